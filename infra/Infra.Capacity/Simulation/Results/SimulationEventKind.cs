namespace Infra.Capacity.Simulation;

/// <summary>What happened to a model's replicas or a pool's nodes.</summary>
public enum SimulationEventKind
{
    /// <summary>Another number of replicas is asked for.</summary>
    Scaled,

    /// <summary>A node was asked for.</summary>
    NodeLaunched,

    /// <summary>A node takes pods.</summary>
    NodeReady,

    /// <summary>A node without pods was taken away.</summary>
    NodeRemoved,

    /// <summary>EC2 gave notice that it takes a node back.</summary>
    SpotNotice,

    /// <summary>EC2 took a node back.</summary>
    SpotTaken,

    /// <summary>An update began.</summary>
    RolloutStarted,

    /// <summary>An update is done.</summary>
    RolloutDone,
}
