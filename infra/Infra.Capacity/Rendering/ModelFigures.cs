using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;

namespace Infra.Capacity.Rendering;

/// <summary>What people ask of a simulated model.</summary>
public sealed record ModelFigures
{
    public required SimulatedModel Model { get; init; }

    public required ModelResult Result { get; init; }

    public string Name => Model.Name;

    /// <summary>What was promised, and kept or not; nothing where nobody asked.</summary>
    public ImmutableArray<ObjectiveResult> Objectives => Result.Requests.Arrived == 0 ? [] : Result.Objectives;

    /// <summary>Whether the times rest on estimates.</summary>
    public bool IsEstimate => Model.Places.Any(place => place.Profile?.IsEstimate == true);

    /// <summary>Replicas that took requests.</summary>
    public required StepFigures Replicas { get; init; }

    /// <summary>Replicas that came up while the simulation ran.</summary>
    public required int ColdStarts { get; init; }

    /// <summary>Share of the time that its accelerators were held in which they worked for it; null where it has none.</summary>
    public double? GpuBusy => Result.GpuSecondsAllocated > 0 ? Result.GpuSecondsBusy / Result.GpuSecondsAllocated : null;

    internal static ModelFigures Of(SimulatedModel model, ModelResult result, long endMicros) => new()
    {
        Model = model,
        Result = result,
        Replicas = StepFigures.Of(result.Replicas.Select(step => (step.AtMicros, step.Ready)), endMicros),
        ColdStarts = result.Replicas.Zip(result.Replicas.Skip(1)).Sum(pair => Math.Max(pair.Second.Ready - pair.First.Ready, 0)),
    };
}
