namespace Infra.Planning.Rendering;

/// <summary>A table of text: columns two blanks apart, each as wide as its widest cell, numbers to the right.</summary>
public static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The head and the rows.</summary>
    /// <param name="columns">The heads; one that ends in <c>&gt;</c> belongs to a column of numbers and is written without it.</param>
    /// <param name="rows">The rows, each with a cell per column.</param>
    public static IEnumerable<TextLine> Render(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var isNumber = columns.Select(static column => column.EndsWith('>')).ToList();
        var heads = columns.Select(static column => column.TrimEnd('>')).ToList();
        var widths = heads.Select((head, i) => rows.Select(row => row[i].Length).Append(head.Length).Max()).ToList();

        yield return Line(heads, TextRole.Heading);
        foreach (var row in rows)
        {
            yield return Line(row, TextRole.Plain);
        }

        TextLine Line(IReadOnlyList<string> cells, TextRole role) =>
            TextLine.Of(string.Join(Gap, cells.Select((cell, i) => isNumber[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))), role);
    }
}
