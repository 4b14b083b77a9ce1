using System.Collections.Immutable;

namespace Infra.Capacity.Simulation.Fleet;

/// <summary>A model's replicas over time: a step at each change, the last one of those at the same time.</summary>
internal sealed class ReplicaSteps
{
    private readonly ImmutableArray<ReplicaStep>.Builder _steps = ImmutableArray.CreateBuilder<ReplicaStep>();

    /// <summary>Adds a step, if it is one.</summary>
    public void Add(ReplicaStep step)
    {
        if (_steps.Count == 0)
        {
            _steps.Add(step);
        }
        else if (_steps[^1].AtMicros == step.AtMicros)
        {
            _steps[^1] = step;
        }
        else if (_steps[^1] with { AtMicros = step.AtMicros } != step)
        {
            _steps.Add(step);
        }
    }

    public ImmutableArray<ReplicaStep> All() => _steps.ToImmutable();
}
