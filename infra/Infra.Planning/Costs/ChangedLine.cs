namespace Infra.Planning.Costs;

/// <summary>A line of two estimates.</summary>
/// <param name="Id">What it is asked for by.</param>
/// <param name="Before">As it was; null for a new one.</param>
/// <param name="After">As it is; null for one that is gone.</param>
public sealed record ChangedLine(string Id, CostLine? Before, CostLine? After)
{
    public decimal AtMinimum => (After?.AtMinimum.Usd ?? 0) - (Before?.AtMinimum.Usd ?? 0);

    public decimal AtMaximum => (After?.AtMaximum.Usd ?? 0) - (Before?.AtMaximum.Usd ?? 0);

    /// <summary>Whether quantity or price differ; another name of the same thing is no change.</summary>
    internal bool IsChange => Before is null || After is null || Before.AtMinimum != After.AtMinimum || Before.AtMaximum != After.AtMaximum;
}
