using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>One line of the estimate: quantity × price × hours, at the least and at the most of what the plan allows.</summary>
public sealed record CostLine
{
    /// <summary>What it is asked for by, the same as long as the thing has its name: <c>nodes/t4</c>.</summary>
    public required string Id { get; init; }

    public required CostKind Kind { get; init; }

    /// <summary>For people, on one line.</summary>
    public required string What { get; init; }

    /// <summary>The pool whose nodes it pays for; null for what no pool has.</summary>
    public string? Pool { get; init; }

    public required CostAmount AtMinimum { get; init; }

    public required CostAmount AtMaximum { get; init; }

    /// <summary>Whether the price is an estimate, as every price of spot nodes.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>How quantity and price came about, each a sentence.</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>What of the plan it pays for.</summary>
    public ValueList<Urn> Resources { get; init; } = [];
}
