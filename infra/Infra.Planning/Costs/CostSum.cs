namespace Infra.Planning.Costs;

/// <summary>US dollars per month of a tenant, or of whatever else has a name.</summary>
/// <param name="Name">Its name; empty for what nobody has, as idle nodes.</param>
/// <param name="AtMinimum">At the least of what the plan allows.</param>
/// <param name="AtMaximum">At the most.</param>
public sealed record CostSum(string Name, decimal AtMinimum, decimal AtMaximum);
