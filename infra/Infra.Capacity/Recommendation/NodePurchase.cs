namespace Infra.Capacity.Recommendation;

/// <summary>How the nodes of a model are bought. A pool is spot or on-demand as a whole, so that a mix takes two pools.</summary>
/// <param name="Kind">How.</param>
/// <param name="BaseNodes">Of on-demand first: the most nodes of that pool; null for what its capacity says.</param>
public sealed record NodePurchase(PurchaseKind Kind, int? BaseNodes = null)
{
    public static NodePurchase AsItIs { get; } = new(PurchaseKind.AsItIs);

    public static NodePurchase Spot { get; } = new(PurchaseKind.Spot);

    public static NodePurchase OnDemand { get; } = new(PurchaseKind.OnDemand);

    /// <summary>Spot nodes, and on-demand ones where no spot node may be added.</summary>
    public static NodePurchase SpotFirst { get; } = new(PurchaseKind.SpotFirst);

    /// <summary>A base of on-demand nodes, and spot nodes for what doesn't fit them.</summary>
    public static NodePurchase OnDemandFirst(int? nodes = null) => new(PurchaseKind.OnDemandFirst, nodes);
}
