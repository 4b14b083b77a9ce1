namespace Pulumi.Conformance.Tests;

/// <summary>The recorded exceptions: facts about the packages that the lists lack or have wrong, each with its source.</summary>
internal static class Additions
{
    private const int Columns = 6;

    public static IReadOnlyList<Addition> Read(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => cells.Length == Columns && cells.All(cell => cell.Length > 0)
            ? new Addition(cells[0].Trim('`'), cells[1], cells[2].Trim('`'), cells[3].Trim('`'))
            : throw new FormatException($"A row of ADDITIONS.md needs {Columns} filled columns: {string.Join(" | ", cells)}"))
        .ToList();
}
