using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Stacks.Configuration;
using Infra.Stacks.Images;
using Infra.Stacks.Rules;

namespace Infra.Stacks;

/// <summary>The images of a model, and how they get to the nodes of its pools.</summary>
internal static class ModelImages
{
    /// <summary>The large ones: that of the server, and the one that has the model.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="model">The model.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static IReadOnlyList<string> Of(PlatformSettings settings, ModelConfig model, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var runtime = Runtime(settings, model, contracts);
        var server = model.Container is null ? CachedImages.Reference(settings, runtime.Image) : runtime.Image;
        return model.ParsedSource is ModelSource.Oci oci ? [server, oci.Image] : [server];
    }

    /// <summary>Its server.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="model">The model.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static RuntimeSpec Runtime(PlatformSettings settings, ModelConfig model, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var types = Pools(settings, model).SelectMany(pool => InstanceCatalog.Default.All.Where(type => pool.InstanceTypes.Contains(type.Name)));
        return ModelRequests.Runtime(model, ModelDevices.Of(model, model.Pools.Select(pool => contracts[pool].DevicesPerNode)), types)!;
    }

    /// <summary>The slowest way among the model's pools.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="model">The model.</param>
    /// <param name="contracts">Contracts of all pools by name.</param>
    public static ImageDelivery Delivery(PlatformSettings settings, ModelConfig model, IReadOnlyDictionary<string, PoolContract> contracts)
    {
        var images = Of(settings, model, contracts);
        // Pools outside AWS have none of the ways.
        var configured = Pools(settings, model).ToList();
        return configured.Count < model.Pools.Length ? ImageDelivery.Pull : configured.Min(pool => Delivery(pool, images));
    }

    private static ImageDelivery Delivery(PoolConfig pool, IReadOnlyList<string> images) => pool switch
    {
        _ when images.All(image => pool.Images.SnapshotImages.Contains(image)) => ImageDelivery.OnNode,
        { Images.ParallelPull: true } => ImageDelivery.ParallelPull,
        // A node that may have to be launched has nothing yet.
        { Images.PrePull: true, ExistingNodes: not null } => ImageDelivery.OnNode,
        _ => ImageDelivery.Pull,
    };

    private static IEnumerable<PoolConfig> Pools(PlatformSettings settings, ModelConfig model) => settings.Pools.Where(pool => model.Pools.Contains(pool.Name));
}
