namespace Infra.Planning.Costs;

/// <summary>What a model has of a pool's nodes.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="NodesAtMinimum">Parts of nodes with as few replicas as its scaler leaves.</param>
/// <param name="UsdPerNodeAtMinimum">What one node with its disk costs in a month then.</param>
/// <param name="NodesAtMaximum">Parts of nodes with as many replicas as its scaler may make.</param>
/// <param name="UsdPerNodeAtMaximum">What one node with its disk costs in a month then.</param>
public sealed record PoolShare(string Pool, decimal NodesAtMinimum, decimal UsdPerNodeAtMinimum, decimal NodesAtMaximum, decimal UsdPerNodeAtMaximum)
{
    public decimal AtMinimum => NodesAtMinimum * UsdPerNodeAtMinimum;

    public decimal AtMaximum => NodesAtMaximum * UsdPerNodeAtMaximum;
}
