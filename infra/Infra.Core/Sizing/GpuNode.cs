using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Sizing;

/// <summary>The GPUs that one pod can have of a node.</summary>
/// <param name="Type">The node's instance type; it has whole accelerators.</param>
/// <param name="Memory">Memory that a process can use on one of them, or on the piece or share that is offered.</param>
/// <param name="Count">How many a pod can split a model over; 1 for pieces and shares.</param>
public sealed record GpuNode(InstanceType Type, ByteSize Memory, int Count)
{
    /// <summary>What the GPUs are.</summary>
    public AcceleratorModel Gpu => Type.Accelerator!.Model;

    /// <summary>Whole GPUs.</summary>
    /// <param name="type">An instance type with whole accelerators.</param>
    public static GpuNode Of(InstanceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var accelerator = type.Accelerator ?? throw new ArgumentException($"{type.Name} has no accelerator.", nameof(type));
        return new GpuNode(type, accelerator.Model.UsableMemory, accelerator.Count);
    }

    /// <summary>
    /// What a pool advertises. Pieces of a GPU and shares of it can't be joined: NCCL finds no way between two pieces, and two shares may be the same GPU.
    /// </summary>
    /// <param name="type">An instance type with whole accelerators.</param>
    /// <param name="device">What its nodes advertise.</param>
    public static GpuNode Of(InstanceType type, AdvertisedDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var whole = Of(type);
        var memory = device.Memory ?? whole.Memory;
        return device.IsShared || memory < whole.Memory ? whole with { Memory = memory, Count = 1 } : whole;
    }
}
