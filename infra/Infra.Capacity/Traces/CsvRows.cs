using Infra.Core.Configuration;

namespace Infra.Capacity.Traces;

/// <summary>Lines of values with commas between them, below one that names them.</summary>
internal sealed class CsvRows : ITraceRows
{
    private readonly string[] _names;
    private readonly TraceColumn?[] _columns;
    private readonly TraceFields _fields;
    private readonly bool _hasModel;

    /// <param name="header">The line that names the columns.</param>
    /// <param name="line">Its number.</param>
    /// <param name="models">Whom requests can be for.</param>
    /// <exception cref="TraceFormatException">A column is missing, or there twice.</exception>
    public CsvRows(ReadOnlyMemory<char> header, long line, TraceModels models)
    {
        _names = [.. Split(header.Span, line)];
        _columns = [.. _names.Select(TraceColumns.Of)];
        _hasModel = _columns.Contains(TraceColumn.Model);
        _fields = new TraceFields(models, new TraceClock(TraceColumns.UnitOf(_names)));
        if (!_columns.Contains(TraceColumn.Time))
        {
            throw new TraceFormatException(line, $"no column says when requests come; there are: {Shown.List(_names)}; allowed: {TraceColumns.AllowedTimes}. The first line names the columns");
        }

        if (_columns.Index().Where(column => column.Item is not null).GroupBy(column => column.Item).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new TraceFormatException(line, $"{string.Join(" and ", twice.Select(column => Shown.Quoted(_names[column.Index])))} say the same; leave one out");
        }
    }

    public TraceRequest Read(ReadOnlyMemory<char> text, long line)
    {
        var rest = text.Span;
        scoped ReadOnlySpan<char> time = default;
        var (at, model, count) = (0, 0, 0);
        int? input = null, output = null;
        for (var more = true; more; at++)
        {
            more = Next(ref rest, out var value, line);
            count++;
            switch (at < _columns.Length ? _columns[at] : null)
            {
                case TraceColumn.Time:
                    time = value;
                    break;
                case TraceColumn.Model:
                    model = _fields.ModelOf(value, hasName: true, line);
                    break;
                case TraceColumn.InputTokens:
                    input = TraceFields.Tokens(value, _names[at], line);
                    break;
                case TraceColumn.OutputTokens:
                    output = TraceFields.Tokens(value, _names[at], line);
                    break;
            }
        }

        if (count != _columns.Length)
        {
            throw new TraceFormatException(line, $"the line has {count} values; the first line names {_columns.Length} columns");
        }

        return _fields.Request(time, _hasModel ? model : _fields.ModelOf([], hasName: false, line), input, output, line);
    }

    private static List<string> Split(ReadOnlySpan<char> rest, long line)
    {
        var names = new List<string>();
        bool more;
        do
        {
            more = Next(ref rest, out var name, line);
            names.Add(name.ToString());
        }
        while (more);
        return names;
    }

    // A value in quotes may have commas in it, and quotes that are doubled; none that is read here has one, so that they aren't undone.
    private static bool Next(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> value, long line)
    {
        var from = rest.StartsWith('"') ? EndOfQuote(rest, line) : 0;
        var comma = rest[from..].IndexOf(',');
        var end = comma < 0 ? rest.Length : from + comma;
        value = rest[..end].Trim();
        if (value.Length > 1 && value[0] == '"' && value[^1] == '"')
        {
            value = value[1..^1];
        }

        rest = comma < 0 ? [] : rest[(end + 1)..];
        return comma >= 0;
    }

    private static int EndOfQuote(ReadOnlySpan<char> rest, long line)
    {
        for (var at = 1; rest[at..].IndexOf('"') is var quote and >= 0; at++)
        {
            at += quote + 1;
            if (at == rest.Length || rest[at] != '"')
            {
                return at;
            }
        }

        throw new TraceFormatException(line, $"a quote doesn't end on the line: {Shown.Line(rest.ToString())}; a request is one line");
    }
}
