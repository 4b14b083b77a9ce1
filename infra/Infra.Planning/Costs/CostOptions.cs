namespace Infra.Planning.Costs;

/// <summary>What a plan doesn't say and an estimate has to know.</summary>
public sealed record CostOptions
{
    public static CostOptions Default { get; } = new();

    /// <summary>The day of the bill: it decides between standard and extended support. Default: standard support, and the other beside it.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The part of a replica's throughput that it does on average. Default: all of it.</summary>
    public decimal Use { get; init; } = 1;
}
