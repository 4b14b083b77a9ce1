using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Metrics;

namespace Infra.Capacity.Simulation.Scaling;

/// <summary>Lets an autoscaler look at a model as often as it does, and does what it says.</summary>
internal abstract class ScalerDriver
{
    private protected ScalerDriver(ModelRun model, World world, IEnumerable<MetricSource> sources)
    {
        (Model, World) = (model, world);
        Metrics = new MetricBook(model, world, sources);
    }

    /// <summary>What it sees.</summary>
    public MetricBook Metrics { get; }

    private protected ModelRun Model { get; }

    private protected World World { get; }

    /// <summary>Replicas that there are, those that wait for a node included.</summary>
    private protected int Existing => Model.Fleet.Replicas.Count(replica => replica.IsWanted);

    /// <summary>The driver of a model's scaler; null where the number is fixed.</summary>
    public static ScalerDriver? Of(ModelRun model, World world) => model.Fleet.Model.Control switch
    {
        ReplicaControl.Horizontal control => new HorizontalDriver(control.Settings, model, world),
        ReplicaControl.Keda control => new KedaDriver(control.Settings, model, world),
        ReplicaControl.Ray control => new RayDriver(control.Settings, model, world),
        _ => null,
    };

    /// <summary>A look.</summary>
    /// <param name="now">Now.</param>
    /// <param name="which">Which of its looks.</param>
    public abstract void Look(long now, int which);

    private protected void LookAgain(long atMicros, int which) => World.Events.Schedule(atMicros, EventKind.ScalerLook, Model.Fleet.Index, which);
}
