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
        if (pool.RootVolume is { } root)
        {
            return root;
        }

        // Images and models are on the local disks: the operating system alone is left, and a model of hundreds of GB would be paid for twice.
        if (pool.LocalNvme)
        {
            return NodeStorage.LeastDerived;
        }

        var devices = types.Select(type => AdvertisedDevice.OfAny([type], sharing)[0].Count).DefaultIfEmpty(1).Max();
        var here = models
            .Where(model => model.Pools.Contains(pool.Name))
            .Select(model => (Model: model, Devices: Math.Max(1, ModelDevices.Of(model, [devices]))))
            .Select(found => (found.Model, found.Devices, Runtime: ModelRequests.Runtime(found.Model, found.Devices, types)))
            .Where(found => found.Runtime is not null)
            .ToList();
        var images = here.DistinctBy(found => (found.Runtime!.Image, (found.Model.ParsedSource as ModelSource.Oci)?.Image)).Sum(found => ModelRequests.Images(found.Model, found.Runtime!).Bytes);
        var pods = here.Select(found => PodBytes(ModelRequests.Disk(found.Model, found.Runtime!), found.Devices, devices)).DefaultIfEmpty(0).Max();
        return NodeStorage.RootVolume(new ByteSize(images), new ByteSize(pods));
    }

    /// <summary>A size in the unit of EBS.</summary>
    public static int GiB(ByteSize volume) => (int)(volume.Bytes >> 30);

    // A node full of the model that takes most disk per device: no mixture of models takes more.
    private static long PodBytes(ByteSize pod, int perPod, int devices) => (long)Math.Ceiling((decimal)pod.Bytes * devices / perPod);
}
