namespace Infra.Capacity.Simulation.Loop;

/// <summary>What an event is about; its subject and detail are numbers of it.</summary>
internal enum EventKind
{
    /// <summary>A server of a replica is done with its batch. Subject: replica; detail: server.</summary>
    BatchDone,

    /// <summary>A replica's batcher has waited long enough. Subject: replica.</summary>
    BatchDue,

    /// <summary>Iterations of a language model end. Subject: replica; detail: the plan's version.</summary>
    IterationsDone,

    /// <summary>Callers of a model may have waited long enough. Subject: model.</summary>
    Patience,

    /// <summary>A replica serves. Subject: replica.</summary>
    ReplicaStarted,

    /// <summary>A replica's time to end is over. Subject: replica.</summary>
    GraceOver,

    /// <summary>A scaler looks. Subject: model; detail: which of its looks.</summary>
    ScalerLook,

    /// <summary>A metric is measured. Subject: model; detail: metric.</summary>
    Measure,

    /// <summary>The provisioner of nodes looks.</summary>
    NodeScan,

    /// <summary>A node takes pods. Subject: node.</summary>
    NodeReady,

    /// <summary>EC2 gives notice. Subject: node.</summary>
    SpotNotice,

    /// <summary>EC2 takes a node. Subject: node.</summary>
    SpotTaken,

    /// <summary>An update begins. Subject: model.</summary>
    RolloutStart,
}
