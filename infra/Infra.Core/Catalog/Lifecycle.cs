using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>Where an instance type stands in its life.</summary>
public sealed record Lifecycle
{
    /// <summary>The state of every type that the data says nothing else about.</summary>
    public static Lifecycle Current { get; } = new() { Status = LifecycleStatus.Current };

    /// <summary>The status; <see cref="LifecycleStatus.Current"/> has neither reason nor replacements.</summary>
    public required LifecycleStatus Status { get; init; }

    /// <summary>Why, as one clause for a message; null while current.</summary>
    public string? Reason { get; init; }

    /// <summary>Names of current instance types to move to, best first.</summary>
    public ImmutableArray<string> Replacements { get; init; } = [];
}
