using Infra.Capacity.Control;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Loop;

namespace Infra.Capacity.Simulation.Scaling;

/// <summary>Drives a horizontal pod autoscaler.</summary>
internal sealed class HorizontalDriver : ScalerDriver
{
    private readonly HorizontalScaler _scaler;
    private HorizontalScalerState _state = HorizontalScalerState.Empty;

    public HorizontalDriver(HorizontalScalerSettings settings, ModelRun model, World world)
        : base(model, world, settings.Metrics.Select(metric => metric.Source))
    {
        _scaler = new HorizontalScaler(settings);
        LookAgain(settings.SyncMicros, 0);
    }

    public override void Look(long now, int which)
    {
        LookAgain(now + _scaler.Settings.SyncMicros, which);
        var (state, decision) = _scaler.Decide(_state, now, new ScaleObservation(
            Model.Fleet.Desired, Existing, [.. _scaler.Settings.Metrics.Select(metric => Metrics.Read(metric.Source, now))]));
        _state = state;
        Model.Fleet.Scale(now, decision);
    }
}
