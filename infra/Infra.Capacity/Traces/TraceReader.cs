namespace Infra.Capacity.Traces;

/// <summary>
/// Reads traces: CSV with a line that names the columns, or a JSON object on each line; both compressed with gzip or not. <c>docs/capacity.md</c>
/// describes them. A line is forgotten when the next one is read, so that a trace may be as long as it likes.
/// </summary>
public static class TraceReader
{
    /// <summary>The requests, in the order of their times, as they are asked for.</summary>
    /// <param name="stream">The file; it is closed at the end.</param>
    /// <param name="models">Whom requests can be for.</param>
    /// <exception cref="TraceFormatException">While they are asked for: a line is no request.</exception>
    public static IEnumerable<TraceRequest> Read(Stream stream, TraceModels models)
    {
        using var text = TraceText.Of(stream);
        var lines = new TraceLines(text);
        if (!lines.Next())
        {
            throw new TraceFormatException(0, "the file is empty");
        }

        ITraceRows rows;
        var count = 0L;
        if (lines.Current.Span.TrimStart().StartsWith('{'))
        {
            rows = new JsonRows(models);
            yield return rows.Read(lines.Current, lines.Number);
            count++;
        }
        else
        {
            rows = new CsvRows(lines.Current, lines.Number, models);
        }

        while (lines.Next())
        {
            yield return rows.Read(lines.Current, lines.Number);
            count++;
        }

        if (count == 0)
        {
            throw new TraceFormatException(0, "there is no request below the names of the columns");
        }
    }
}
