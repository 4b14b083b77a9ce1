using System.Collections.Immutable;

namespace Infra.Automation.Engine;

/// <summary>One line of a stack's history.</summary>
/// <param name="Version">Its number; null where the backend doesn't count.</param>
/// <param name="Kind">Pulumi's word: <c>update</c>, <c>refresh</c>, <c>destroy</c>, <c>import</c>, <c>preview</c>, <c>rename</c>, <c>resource-import</c>.</param>
/// <param name="Result">Pulumi's word: <c>succeeded</c>, <c>failed</c>, <c>in-progress</c>, <c>not-started</c>.</param>
/// <param name="Changes">How many resources there were of each operation, by Pulumi's word.</param>
public sealed record StackUpdate(
    int? Version, string Kind, string Result, DateTimeOffset Started, DateTimeOffset Ended, string Message, ImmutableSortedDictionary<string, int> Changes)
{
    /// <summary>What Pulumi notes of the surroundings, such as <c>git.head</c> or <c>pulumi.version</c>.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
