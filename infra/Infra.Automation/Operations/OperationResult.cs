using System.Collections.Immutable;
using Infra.Automation.Failures;
using Infra.Planning.Model;

namespace Infra.Automation.Operations;

/// <summary>What came of an operation that changes a stack. There always is one: a failed update has done something, too.</summary>
public abstract record OperationResult
{
    public required string Stack { get; init; }

    public required OperationOutcome Outcome { get; init; }

    public bool Succeeded => Outcome == OperationOutcome.Succeeded;

    /// <summary>How many resources there were of each operation, by Pulumi's word; of one that didn't come to its end, those that were done.</summary>
    public ImmutableSortedDictionary<string, int> Changes { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>How long it took, the gate included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why it isn't done; empty where it is.</summary>
    public ValueList<StackFailure> Failures { get; init; } = [];

    /// <summary>Warnings of the engine, each once.</summary>
    public ValueList<string> Warnings { get; init; } = [];

    /// <summary>Its page; null where the backend has none.</summary>
    public Uri? Permalink { get; init; }

    /// <summary>Its number in the history; null where it has none.</summary>
    public int? Version { get; init; }
}
