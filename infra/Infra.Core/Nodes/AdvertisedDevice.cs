using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Nodes;

/// <summary>Devices of one kind that every node of a pool offers to pods.</summary>
/// <param name="Resource">The extended resource that pods ask for.</param>
/// <param name="Count">How many a node has, at least.</param>
/// <param name="Memory">Memory that a container can use of one; null where nobody knows the nodes.</param>
/// <param name="IsShared">True if other containers use the same GPU, so that nobody may ask for more than one to get more of it.</param>
public sealed record AdvertisedDevice(string Resource, int Count, ByteSize? Memory, bool IsShared)
{
    /// <summary>
    /// What the device plugin advertises on a node of the smallest type. Shared GPUs keep their name — the plugin's <c>renameByDefault</c> stays
    /// false —, so that a model doesn't change when its pool becomes shared; GPU feature discovery then marks the product, <c>Tesla-T4-SHARED</c>.
    /// </summary>
    /// <param name="types">Instance types with NVIDIA GPUs of one name.</param>
    /// <param name="sharing">How they are shared.</param>
    /// <returns>One kind, or one per size of piece, smallest first.</returns>
    public static ImmutableArray<AdvertisedDevice> Of(IReadOnlyList<InstanceType> types, GpuSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(sharing);
        if (types.Count == 0)
        {
            return [];
        }

        var gpus = types.Min(type => type.Accelerator?.Count ?? 0);
        var least = types.Select(type => type.Accelerator?.Model).OfType<AcceleratorModel>().MinBy(model => model.UsableMemory);
        return sharing.Mode switch
        {
            GpuSharingMode.TimeSlicing => [Gpu(gpus * sharing.Replicas, least?.UsableMemory, isShared: true)],
            GpuSharingMode.Mps => [Gpu(gpus * sharing.Replicas, least is null ? null : new ByteSize(least.UsableMemory.Bytes / sharing.Replicas), isShared: true)],
            GpuSharingMode.Mig => [.. least!.Mig!.Layout(sharing.MigLayout!)!.Value.Select(pieces => Piece(gpus, least, pieces, sharing.MigStrategy))],
            _ => [Gpu(gpus, least?.UsableMemory, isShared: false)],
        };
    }

    /// <summary>What the Neuron device plugin advertises on a node of the smallest type: the devices, and the same once more by their cores.</summary>
    /// <param name="types">Instance types with Neuron devices of one model.</param>
    public static ImmutableArray<AdvertisedDevice> OfNeuron(IReadOnlyList<InstanceType> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        if (types.Count == 0)
        {
            return [];
        }

        var (model, devices) = (types[0].Accelerator!.Model, types.Min(type => type.Accelerator!.Count));
        var cores = model.CoresPerDevice!.Value;
        return
        [
            new AdvertisedDevice(ExtendedResources.Neuron, devices, model.UsableMemory, IsShared: false),
            new AdvertisedDevice(ExtendedResources.NeuronCore, devices * cores, new ByteSize(model.UsableMemory.Bytes / cores), IsShared: false),
        ];
    }

    /// <summary>What is advertised on a node of the smallest type, whichever accelerators it has.</summary>
    /// <param name="types">Instance types with accelerators of one name.</param>
    /// <param name="sharing">How GPUs are shared.</param>
    public static ImmutableArray<AdvertisedDevice> OfAny(IReadOnlyList<InstanceType> types, GpuSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(types);
        return HasNeuron(types) ? OfNeuron(types) : Of(types, sharing);
    }

    /// <summary>Whether the types have Neuron devices.</summary>
    internal static bool HasNeuron(IEnumerable<InstanceType> types) => types.Any(type => type.Accelerator?.Model.CoresPerDevice is not null);

    private static AdvertisedDevice Gpu(int count, ByteSize? memory, bool isShared) => new(ExtendedResources.NvidiaGpu, count, memory, isShared);

    private static AdvertisedDevice Piece(int gpus, AcceleratorModel model, MigPieces pieces, MigStrategy strategy) => new(
        strategy == MigStrategy.Single ? ExtendedResources.NvidiaGpu : pieces.Profile.Resource,
        gpus * pieces.Count,
        model.MemoryOf(pieces.Profile),
        IsShared: false);
}
