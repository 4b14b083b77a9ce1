using System.Collections.Immutable;
using Infra.Automation.Engine;
using Infra.Automation.Gates;

namespace Infra.Automation.Operations;

/// <summary>What came of an update.</summary>
public sealed record UpResult : OperationResult
{
    /// <summary>The stack's outputs after it; empty where it didn't succeed.</summary>
    public ImmutableSortedDictionary<string, StackOutput> Outputs { get; init; } = ImmutableSortedDictionary<string, StackOutput>.Empty;

    /// <summary>What the gate said; null where it wasn't reached.</summary>
    public GateVerdict? Gate { get; init; }
}
