using System.Collections.Immutable;

namespace Infra.Automation.Engine;

/// <summary>What came of an operation that succeeded.</summary>
/// <param name="Update">Its line in the history; null where the backend keeps none.</param>
/// <param name="Outputs">The stack's outputs after it; empty after what has none.</param>
/// <param name="StandardOutput">What the command line wrote for people; it has the address of the update where the backend has one.</param>
public sealed record EngineResult(StackUpdate? Update, ImmutableSortedDictionary<string, StackOutput> Outputs, string StandardOutput);
