using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;

namespace Infra.Capacity.Rendering;

/// <summary>What people ask of a simulated pool.</summary>
public sealed record PoolFigures
{
    public required SimulatedPool Pool { get; init; }

    public required PoolResult Result { get; init; }

    public string Name => Pool.Name;

    /// <summary>Nodes that are paid for: those that take pods, and those that are being launched.</summary>
    public required StepFigures Nodes { get; init; }

    /// <summary>Share of its accelerators' time in which models held them; null without accelerators.</summary>
    public double? GpuHeld => Result.GpuHours > 0 ? Result.GpuHoursAllocated / Result.GpuHours : null;

    /// <summary>Share of its accelerators' time in which they worked; null without accelerators.</summary>
    public double? GpuBusy => Result.GpuHours > 0 ? Result.GpuHoursBusy / Result.GpuHours : null;

    internal static PoolFigures Of(SimulatedPool pool, PoolResult result, long endMicros) => new()
    {
        Pool = pool,
        Result = result,
        Nodes = StepFigures.Of(result.Nodes.Select(step => (step.AtMicros, step.Ready + step.Launching)), endMicros),
    };
}
