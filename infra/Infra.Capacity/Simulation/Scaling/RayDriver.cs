using Infra.Capacity.Control;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Loop;

namespace Infra.Capacity.Simulation.Scaling;

/// <summary>Drives Ray Serve's autoscaler.</summary>
internal sealed class RayDriver : ScalerDriver
{
    private readonly RayScaler _scaler;
    private readonly Queue<(long AtMicros, double Area)> _looks = new();
    private RayScalerState _state;

    public RayDriver(RayScalerSettings settings, ModelRun model, World world)
        : base(model, world, [])
    {
        _scaler = new RayScaler(settings);
        _looks.Enqueue((0, 0));
        LookAgain(settings.IntervalMicros, 0);
    }

    public override void Look(long now, int which)
    {
        LookAgain(now + _scaler.Settings.IntervalMicros, which);
        var area = Model.Ledger.InFlightArea(now);
        while (_looks.Count > 1 && _looks.Peek().AtMicros < now - _scaler.Settings.LookBackMicros)
        {
            _looks.Dequeue();
        }

        var (since, before) = _looks.Peek();
        _looks.Enqueue((now, area));
        (_state, var decision) = _scaler.Decide(_state, now, Model.Fleet.Desired, (area - before) / (now - since));
        Model.Fleet.Scale(now, decision);
    }
}
