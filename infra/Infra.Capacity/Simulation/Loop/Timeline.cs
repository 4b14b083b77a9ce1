using System.Collections.Immutable;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Nodes;

namespace Infra.Capacity.Simulation.Loop;

/// <summary>What is shown over time: requests and accelerators by intervals of equal length, of all models and pools at once.</summary>
internal sealed class Timeline(ModelRun[] models, Cluster cluster, long intervalMicros)
{
    private readonly ImmutableArray<TrafficInterval>.Builder[] _traffic = [.. models.Select(_ => ImmutableArray.CreateBuilder<TrafficInterval>())];
    private readonly (double Held, double Busy)[] _before = new (double, double)[models.Length];
    private long _begin;

    /// <summary>Closes all intervals that are over; what happens at the end of one belongs to the next.</summary>
    public void MoveTo(long now)
    {
        while (now >= _begin + intervalMicros)
        {
            Close(_begin + intervalMicros);
        }
    }

    /// <summary>Closes what there is at the end.</summary>
    public void End(long now)
    {
        MoveTo(now);
        if (_begin < now || models.Any(model => !model.Ledger.Interval.IsEmpty))
        {
            Close(now);
        }
    }

    public ImmutableArray<TrafficInterval> Of(int model) => _traffic[model].ToImmutable();

    /// <summary>To the microsecond: thirds of an accelerator add up to sums that differ in their last digits, and where nothing is held nothing may be left of that.</summary>
    public static double Seconds(double micros) => Math.Round(micros) / 1_000_000;

    private void Close(long end)
    {
        cluster.Gpus.CloseInterval(end, models.SelectMany(model => model.Fleet.Replicas));
        for (var i = 0; i < models.Length; i++)
        {
            var (held, busy) = models[i].Fleet.GpuMicros(end);
            _traffic[i].Add(models[i].Ledger.Interval.Close(_begin) with { GpuSecondsHeld = Seconds(held - _before[i].Held), GpuSecondsBusy = Seconds(busy - _before[i].Busy) });
            _before[i] = (held, busy);
        }

        _begin = end;
    }
}
