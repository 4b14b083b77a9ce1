using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Units;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks;

/// <summary>The root volume of a pool's nodes: what the configuration says, else what images and models of the pool need.</summary>
internal static class RootVolumes
{
    /// <summary>The size.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="types">Its instance types.</param>
    /// <param name="sharing">How its GPUs are shared.</param>
    /// <param name="models">All models.</param>
    public static ByteSize Of(PoolConfig pool, IReadOnlyList<InstanceType> types, GpuSharing sharing, IEnumerable<ModelConfig> models)
    {
        // With local disks the root volume holds the operating system alone, but its derived size stays: nothing is saved by an exception.
        if (pool.RootVolume is { } root)
        {
            return root;
        }

        var here = models.Where(model => model.Pools.Contains(pool.Name)).ToList();
        var devices = types.Select(type => AdvertisedDevice.OfAny([type], sharing)[0].Count).DefaultIfEmpty(1).Max();
        var images = here
            .Select(model => Runtimes.For(model.Runtime, model.Name, gpu: true))
            .DistinctBy(runtime => runtime.Image)
            .Sum(runtime => runtime.ImageBytesEstimate);
        var pods = here.Select(model => PodBytes(model, devices)).DefaultIfEmpty(0).Max();
        return NodeStorage.RootVolume(new ByteSize(images), new ByteSize(pods));
    }

    /// <summary>A size in the unit of EBS.</summary>
    public static int GiB(ByteSize volume) => (int)(volume.Bytes >> 30);

    // A node full of the model that takes most disk per device: no mixture of models takes more.
    private static long PodBytes(ModelConfig model, int devices)
    {
        var pod = ModelStorage.PodRequest(ModelSource.TryParse(model.Source) is ModelSource.Https, model.Size).Bytes;
        var perPod = Math.Max(1, ModelDevices.Of(model, [devices]));
        return (long)Math.Ceiling((decimal)pod * devices / perPod);
    }
}
