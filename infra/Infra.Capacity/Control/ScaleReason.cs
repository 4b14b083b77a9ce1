namespace Infra.Capacity.Control;

/// <summary>What decided a number of replicas.</summary>
public enum ScaleReason
{
    /// <summary>The metrics ask for what there is, or are within the tolerance.</summary>
    OnTarget,

    /// <summary>The metrics.</summary>
    Metrics,

    /// <summary>A stabilisation window, or a delay: an older recommendation still counts.</summary>
    Stabilised,

    /// <summary>A policy: no more at a time.</summary>
    RateLimited,

    /// <summary>The greatest number allowed.</summary>
    AtMost,

    /// <summary>The smallest number allowed.</summary>
    AtLeast,

    /// <summary>Nobody looks: there is no replica, or no metric has an answer.</summary>
    NotActive,

    /// <summary>Something asks for a model that sleeps.</summary>
    Woken,

    /// <summary>Nothing has asked for the model for the cooldown.</summary>
    Asleep,
}
