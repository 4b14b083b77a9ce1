using System.Collections.Immutable;

namespace Infra.Core.Resilience;

/// <summary>Equal pods that are there all the time, and so have to go somewhere when their node goes.</summary>
public sealed record StandingPods
{
    /// <summary>What makes them, with its namespace where it is known, for a message.</summary>
    public required string Name { get; init; }

    /// <summary>Their namespace; null where only their number is declared.</summary>
    public string? Namespace { get; init; }

    /// <summary>Fewest of them; at least 1.</summary>
    public required int Least { get; init; }

    /// <summary>What one of them takes.</summary>
    public required NodeSpace Space { get; init; }

    /// <summary>Pools that they may run on, preferred ones first; none where nobody told us of their nodes.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>The budgets that select them.</summary>
    public ImmutableArray<DisruptionBudget> Budgets { get; init; } = [];

    /// <summary>Whether Kubernetes can ask what makes them how many there should be.</summary>
    public bool HasScale { get; init; } = true;

    /// <summary>Whether something tries to keep them apart, if only as a wish.</summary>
    public bool IsSpread { get; init; }

    /// <summary>Most of them that one zone may have while another has none; null where no rule binds the scheduler.</summary>
    public int? MostInOneZone { get; init; }

    /// <summary>Most of them that one node may have; null where only its room limits them.</summary>
    public int? MostOnOneNode { get; init; }

    /// <summary>Replicas of a model that they are; null where they serve none by themselves.</summary>
    public int? Replicas { get; init; }

    /// <summary>Most that may go at a time while all are healthy: the strictest budget says it.</summary>
    public int Allowed => Budgets.Select(budget => budget.Allowed(Least, HasScale)).DefaultIfEmpty(Least).Min();

    /// <summary>The worst that the scheduler may do: so many of them on one node of a pool.</summary>
    public int WorstOn(DrainPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new[] { Space.TimesIn(pool.Node, Least), MostOnOneNode ?? Least, MostInOneZone ?? Least }.Min();
    }
}
