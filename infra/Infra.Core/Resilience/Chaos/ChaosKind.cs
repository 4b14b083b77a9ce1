namespace Infra.Core.Resilience.Chaos;

/// <summary>What an experiment breaks, by its key in the configuration.</summary>
public enum ChaosKind
{
    /// <summary>A pod of a model is killed without warning.</summary>
    KillPod,

    /// <summary>All pods of models on the nodes of a pool in one zone are killed without warning, as when these nodes fail.</summary>
    LoseNodes,

    /// <summary>Every file operation on the volume of a model is late.</summary>
    SlowStorage,

    /// <summary>Pods of models in a zone reach nobody, and nobody reaches them.</summary>
    CutZone,
}
