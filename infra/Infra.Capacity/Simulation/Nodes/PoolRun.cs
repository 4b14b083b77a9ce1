using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;

namespace Infra.Capacity.Simulation.Nodes;

/// <summary>A pool's nodes over time.</summary>
internal sealed class PoolRun(SimulatedPool pool, long seed)
{
    private const double HourMicros = 3_600_000_000.0;

    private readonly ImmutableArray<NodeStep>.Builder _steps = ImmutableArray.CreateBuilder<NodeStep>();
    private long _nodeMicros;
    private double _allocatedMicros;
    private double _allocated;
    private long _changedMicros;

    /// <summary>When EC2 takes its nodes back.</summary>
    public RandomSource Interruptions { get; } = new(seed, $"spot/{pool.Name}");

    public int Ready { get; private set; }

    public int Launching { get; private set; }

    /// <summary>Nodes come or go.</summary>
    public void Change(long now, int ready, int launching)
    {
        CountTo(now);
        Ready += ready;
        Launching += launching;
        var step = new NodeStep(now, Ready, Launching);
        if (_steps.Count > 0 && _steps[^1].AtMicros == now)
        {
            _steps[^1] = step;
        }
        else
        {
            _steps.Add(step);
        }
    }

    /// <summary>Accelerators are taken or given back.</summary>
    public void Allocate(long now, double gpus)
    {
        CountTo(now);
        _allocated += gpus;
    }

    public PoolResult Result(long end)
    {
        CountTo(end);
        var hours = _nodeMicros / HourMicros;
        return new PoolResult(
            pool.Name, _steps.ToImmutable(), hours, hours * pool.Gpus, _allocatedMicros / HourMicros,
            _nodeMicros == 0 ? 0 : pool.UsdPerHour is { } price ? Math.Round(price * _nodeMicros / 3_600_000_000m, 6) : null);
    }

    private void CountTo(long now)
    {
        var elapsed = now - _changedMicros;
        _nodeMicros += elapsed * (Ready + Launching);
        _allocatedMicros += elapsed * _allocated;
        _changedMicros = now;
    }
}
