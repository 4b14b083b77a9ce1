using Infra.Capacity.Control;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Servers;

namespace Infra.Capacity.Simulation.Metrics;

/// <summary>What a model's autoscaler gets to see: series that are measured as often as they really are.</summary>
internal sealed class MetricBook
{
    private readonly ModelRun _model;
    private readonly World _world;
    private readonly List<ScrapedSeries> _series = [];
    private readonly List<(long AtMicros, double GpuMicros)> _gpu = [];

    public MetricBook(ModelRun model, World world, IEnumerable<MetricSource> sources)
    {
        (_model, _world) = (model, world);
        foreach (var source in sources.Distinct())
        {
            _series.Add(Before(source));
            _gpu.Add((0, 0));
            if (source.IntervalMicros > 0)
            {
                world.Events.Schedule(source.IntervalMicros, EventKind.Measure, model.Fleet.Index, _series.Count - 1);
            }
        }
    }

    /// <summary>A series is measured.</summary>
    public void Measure(long now, int series)
    {
        var source = _series[series].Source;
        _world.Events.Schedule(now + source.IntervalMicros, EventKind.Measure, _model.Fleet.Index, series);
        if (source.Metric == ObservedMetric.Cpu)
        {
            MeasureCpu(now);
        }
        else if (Value(source.Metric, now, series) is { } value)
        {
            _series[series] = _series[series].With(now, value);
        }
        else if (source.WindowMicros == 0)
        {
            // Nobody is there to be asked: Prometheus marks the series as stale at the next scrape, and forgets its last value.
            _series[series] = ScrapedSeries.Of(source);
        }
    }

    /// <summary>What a metric says now.</summary>
    public MetricReading Read(MetricSource source, long now)
    {
        if (source.Metric is ObservedMetric.Cpu or ObservedMetric.Memory)
        {
            return new MetricReading.PerPod([.. _model.Fleet.Replicas.Select(replica => Reading(replica, source, now))]);
        }

        var index = _series.FindIndex(series => series.Source == source);
        var value = source.IntervalMicros == 0 ? Value(source.Metric, now, index)
            : IsCounter(source.Metric) ? _series[index].PerSecond(now)
            : source.WindowMicros == 0 ? _series[index].Last
            : _series[index].Mean(now);
        return value is { } known ? new MetricReading.Total((long)(known * 1000)) : MetricReading.Missing;
    }

    // The platform stood there before, and nobody asked for anything: what can be known is known from the beginning.
    private ScrapedSeries Before(MetricSource source)
    {
        var series = ScrapedSeries.Of(source);
        if (source.IntervalMicros > 0 && ObservedMetrics.IsKnown(source.Metric) && (IsCounter(source.Metric) || _model.Fleet.Replicas.Any(replica => replica.State == ReplicaState.Ready)))
        {
            for (var at = Math.Min(0, source.IntervalMicros - source.WindowMicros); at <= 0; at += source.IntervalMicros)
            {
                series = series.With(at, 0);
            }
        }

        return series;
    }

    private static bool IsCounter(ObservedMetric metric) => metric is ObservedMetric.RequestsPerSecond or ObservedMetric.TokensPerSecond or ObservedMetric.ArrivalsPerSecond;

    private double? Value(ObservedMetric metric, long now, int series) => metric switch
    {
        ObservedMetric.Gpu => GpuPercent(now, series),
        ObservedMetric.RequestsPerSecond => _model.Ledger.Completed,
        ObservedMetric.TokensPerSecond => _model.Ledger.OutputTokens,
        ObservedMetric.ArrivalsPerSecond => _model.Ledger.Arrived,
        ObservedMetric.Concurrency => SumOverReplicas(servers => servers.InService),
        ObservedMetric.QueueDepth => SumOverReplicas(servers => servers.Waiting),
        ObservedMetric.KvCache => SumOverReplicas(servers => 100 * servers.KvShare),
        ObservedMetric.Messages => _model.Outside + (SumOverReplicas(servers => servers.Waiting + servers.InService) ?? 0),
        _ => null,
    };

    // No pod, no series. A model of which nobody said what it does gets no requests.
    private double? SumOverReplicas(Func<ReplicaServers, double> value)
    {
        double? sum = null;
        foreach (var replica in _model.Fleet.Replicas)
        {
            if (replica.State is ReplicaState.Ready or ReplicaState.Ending)
            {
                sum = (sum ?? 0) + (replica.Servers is { } servers ? value(servers) : 0);
            }
        }

        return sum;
    }

    // Since it was measured last.
    private double? GpuPercent(long now, int series)
    {
        var (before, micros) = _gpu[series];
        var worked = _model.Fleet.ReplicaGpuMicros(now);
        _gpu[series] = (now, worked);
        return now == before || _model.Fleet.Replicas.Count == 0 ? null : 100 * (worked - micros) / (now - before);
    }

    private void MeasureCpu(long now)
    {
        foreach (var replica in _model.Fleet.Replicas)
        {
            if (replica.Servers is not { Profile.CpuMicrosPerRequest: { } cpu } servers || now < replica.RunningMicros)
            {
                continue;
            }

            if (replica.MeasuredMicros >= 0)
            {
                replica.MeasuredWindow = now - replica.MeasuredMicros;
                replica.CpuMillis = (long)(1000 * cpu * (servers.Use.Requests - replica.MeasuredRequests) / replica.MeasuredWindow);
            }

            (replica.MeasuredMicros, replica.MeasuredRequests) = (now, servers.Use.Requests);
        }
    }

    private static PodReading Reading(Replica replica, MetricSource source, long now) => new()
    {
        IsPending = replica.State is ReplicaState.Unplaced || (replica.State == ReplicaState.Starting && replica.RunningMicros > now),
        IsEnding = replica.State == ReplicaState.Ending,
        StartedMicros = Math.Max(0, replica.PlacedMicros),
        IsReady = replica.State == ReplicaState.Ready,
        ReadyChangedMicros = replica.State == ReplicaState.Ready ? replica.ReadyMicros : Math.Max(0, replica.PlacedMicros),
        UsageMillis = source.Metric == ObservedMetric.Cpu ? replica.CpuMillis : null,
        MeasuredMicros = replica.MeasuredMicros,
        WindowMicros = replica.MeasuredWindow,
    };
}
