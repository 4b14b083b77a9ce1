namespace Infra.Capacity.Recommendation;

/// <summary>How nodes are bought.</summary>
public enum PurchaseKind
{
    /// <summary>As the environment's file says now.</summary>
    AsItIs,

    /// <summary>Spot alone.</summary>
    Spot,

    /// <summary>On-demand alone.</summary>
    OnDemand,

    /// <summary>Spot, then on-demand.</summary>
    SpotFirst,

    /// <summary>On-demand, then spot.</summary>
    OnDemandFirst,
}
