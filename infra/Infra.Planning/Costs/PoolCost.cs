namespace Infra.Planning.Costs;

/// <summary>What a pool costs in a month: its nodes with their disks.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AtMinimum">At the least of what the plan allows.</param>
/// <param name="AtMaximum">At the most.</param>
/// <param name="PodsAtMaximum">What of the most all pods need together when every scaler is at its most; the rest is room for updates, or nobody's. All of it where pods weren't placed.</param>
public sealed record PoolCost(string Name, decimal AtMinimum, decimal AtMaximum, decimal PodsAtMaximum);
