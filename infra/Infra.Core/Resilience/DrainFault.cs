namespace Infra.Core.Resilience;

/// <summary>What is wrong when a node or a zone goes.</summary>
public enum DrainFault
{
    /// <summary>A drain never ends: a budget lets no pod go, or not the last ones that find no other place.</summary>
    Blocked,

    /// <summary>A quota refuses the pod that takes the place of one that goes.</summary>
    Quota,

    /// <summary>Nothing keeps a drain, or the scheduler, from taking all pods at once.</summary>
    Unguarded,

    /// <summary>A pod finds no other place, and waits until its node has been replaced.</summary>
    Waits,

    /// <summary>A model has one replica at its fewest, and is away while another takes its place.</summary>
    Alone,

    /// <summary>All replicas of a model may stand on one node.</summary>
    OneNode,

    /// <summary>All replicas of a model may stand in one zone.</summary>
    OneZone,
}
