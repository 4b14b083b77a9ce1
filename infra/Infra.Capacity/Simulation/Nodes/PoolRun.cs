using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;
using Infra.Capacity.Simulation.Loop;

namespace Infra.Capacity.Simulation.Nodes;

/// <summary>A pool's nodes over time.</summary>
internal sealed class PoolRun(SimulatedPool pool, long seed)
{
    private const double HourMicros = 3_600_000_000.0;

    private readonly ImmutableArray<NodeStep>.Builder _steps = ImmutableArray.CreateBuilder<NodeStep>();
    private readonly ImmutableArray<GpuInterval>.Builder _intervals = ImmutableArray.CreateBuilder<GpuInterval>();
    private long _nodeMicros;
    private double _heldMicros;
    private double _workedMicros;
    private double _held;
    private long _changedMicros;
    private long _intervalMicros;
    private (double Paid, double Held, double Busy) _closed;

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

    /// <summary>Replicas take accelerators, or give them back.</summary>
    public void Hold(long now, double gpus)
    {
        CountTo(now);
        _held += gpus;
    }

    /// <summary>A replica is gone for which accelerators worked.</summary>
    public void Work(double gpuMicros) => _workedMicros += gpuMicros;

    /// <summary>Closes an interval.</summary>
    /// <param name="now">When it ends.</param>
    /// <param name="workingMicros">How long accelerators have worked for the replicas that are there, times accelerators.</param>
    public void CloseInterval(long now, double workingMicros)
    {
        CountTo(now);
        var sums = (Paid: (double)_nodeMicros * pool.Gpus, Held: _heldMicros, Busy: _workedMicros + workingMicros);
        if (pool.Gpus > 0)
        {
            _intervals.Add(new GpuInterval(_intervalMicros, Timeline.Seconds(sums.Paid - _closed.Paid), Timeline.Seconds(sums.Held - _closed.Held), Timeline.Seconds(sums.Busy - _closed.Busy)));
        }

        (_closed, _intervalMicros) = (sums, now);
    }

    /// <summary>All of it, once the last interval is closed.</summary>
    public PoolResult Result()
    {
        var hours = _nodeMicros / HourMicros;
        return new PoolResult
        {
            Name = pool.Name,
            Nodes = _steps.ToImmutable(),
            Intervals = _intervals.ToImmutable(),
            NodeHours = hours,
            GpuHours = _closed.Paid / HourMicros,
            GpuHoursAllocated = _closed.Held / HourMicros,
            GpuHoursBusy = _closed.Busy / HourMicros,
            Usd = _nodeMicros == 0 ? 0 : pool.UsdPerHour is { } price ? Math.Round(price * _nodeMicros / 3_600_000_000m, 6) : null,
        };
    }

    private void CountTo(long now)
    {
        var elapsed = now - _changedMicros;
        _nodeMicros += elapsed * (Ready + Launching);
        _heldMicros += elapsed * _held;
        _changedMicros = now;
    }
}
