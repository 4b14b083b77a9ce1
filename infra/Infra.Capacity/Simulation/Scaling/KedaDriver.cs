using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Loop;

namespace Infra.Capacity.Simulation.Scaling;

/// <summary>Drives KEDA, and the horizontal pod autoscaler that it makes.</summary>
internal sealed class KedaDriver : ScalerDriver
{
    private const int Poll = 0;
    private const int Sync = 1;

    private readonly KedaScaler _scaler;
    private KedaScalerState _state;
    private HorizontalScalerState _horizontal = HorizontalScalerState.Empty;

    public KedaDriver(KedaScalerSettings settings, ModelRun model, World world)
        : base(model, world, settings.Triggers.Select(Metric).OfType<HorizontalMetric>().Select(metric => metric.Source))
    {
        _scaler = new KedaScaler(settings, new OfficeClock(world.Options.StartSeconds));
        _state = KedaScalerState.New(0, settings);
        LookAgain(settings.PollingMicros, Poll);
        LookAgain(settings.Horizontal.SyncMicros, Sync);
    }

    public override void Look(long now, int which)
    {
        var observation = new KedaObservation(Model.Fleet.Desired, [.. _scaler.Settings.Triggers.Select(trigger => Read(trigger, now))]);
        if (which == Poll)
        {
            LookAgain(now + _scaler.Settings.PollingMicros, Poll);
            (_state, var decision) = _scaler.Poll(_state, now, observation);
            Model.Fleet.Scale(now, decision);
            return;
        }

        LookAgain(now + _scaler.Settings.Horizontal.SyncMicros, Sync);
        var metrics = ImmutableArray<MetricReading>.Empty;
        if (Model.Fleet.Desired > 0)
        {
            // Without a replica it asks for no metric, so that no answer can be missing.
            (_state, metrics) = _scaler.Answers(_state, now, observation);
        }

        (_horizontal, var scale) = _scaler.Horizontal.Decide(_horizontal, now, new ScaleObservation(Model.Fleet.Desired, Existing, metrics));
        Model.Fleet.Scale(now, scale);
    }

    private MetricReading Read(KedaTrigger trigger, long now) => Metric(trigger) is { } metric ? Metrics.Read(metric.Source, now) : MetricReading.Missing;

    // Office hours ask for nothing.
    private static HorizontalMetric? Metric(KedaTrigger trigger) => trigger switch
    {
        KedaTrigger.Resource resource => resource.Metric,
        KedaTrigger.Demand demand => demand.Metric,
        _ => null,
    };
}
