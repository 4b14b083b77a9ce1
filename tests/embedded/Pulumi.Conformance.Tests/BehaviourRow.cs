namespace Pulumi.Conformance.Tests;

/// <summary>One behaviour and the tests that prove it.</summary>
/// <param name="Source">First words and hash of the statement of the facts that it is about; null where it is about none.</param>
internal sealed record BehaviourRow(string Behaviour, string? Source, IReadOnlyList<string> Tests)
{
    /// <summary>Whether the row is about this statement, word for word.</summary>
    public bool IsOf(string statement) =>
        Source?.Split(' ') is [.. var words, var hash] && hash == BehaviourTable.HashOf(statement) && statement.StartsWith(string.Join(' ', words), StringComparison.Ordinal);
}
