using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>How the GPUs of a pool are shared, as component input: at most one of the three.</summary>
public sealed class PoolSharingArgs : ResourceArgs
{
    /// <summary>Containers that take turns on one GPU, 2 or more; nothing keeps one from taking the memory of the others.</summary>
    [Input("timeSlicing")]
    public int? TimeSlicing { get; init; }

    /// <summary>Containers that share one GPU under NVIDIA's Multi-Process Service, 2 to 48, each with an equal part of its memory.</summary>
    [Input("mps")]
    public int? Mps { get; init; }

    /// <summary>Pieces that the hardware keeps apart (Multi-Instance GPU).</summary>
    [Input("mig")]
    public MigArgs? Mig { get; init; }

    internal GpuSharingRequest ToRequest() => new()
    {
        TimeSlicing = TimeSlicing,
        Mps = Mps,
        MigLayout = Mig?.Layout,
        MigStrategy = Mig is { Mixed: true } ? MigStrategy.Mixed : MigStrategy.Single,
    };
}
