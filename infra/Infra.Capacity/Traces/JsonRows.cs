using System.Globalization;
using Infra.Core.Configuration;
using Newtonsoft.Json;

namespace Infra.Capacity.Traces;

/// <summary>Lines that are a JSON object each.</summary>
internal sealed class JsonRows : ITraceRows
{
    private readonly TraceModels _models;
    private readonly Dictionary<TraceColumn, (string Name, string Value)> _found = [];
    private TraceFields? _fields;

    public JsonRows(TraceModels models) => _models = models;

    public TraceRequest Read(ReadOnlyMemory<char> text, long line)
    {
        var names = new List<string>();
        _found.Clear();
        try
        {
            ReadObject(text, line, names);
        }
        catch (JsonReaderException broken)
        {
            throw new TraceFormatException(line, $"this is no JSON object on a line of its own: {Shown.Line(text.ToString())}", broken);
        }

        if (!_found.TryGetValue(TraceColumn.Time, out var time))
        {
            throw new TraceFormatException(line, $"nothing says when the request comes; there are: {Shown.List(names)}; allowed: {TraceColumns.AllowedTimes}");
        }

        _fields ??= new TraceFields(_models, new TraceClock(TraceColumns.UnitOf(names)));
        var hasModel = _found.TryGetValue(TraceColumn.Model, out var name);
        return _fields.Request(time.Value, _fields.ModelOf(name.Value, hasModel, line), Tokens(TraceColumn.InputTokens, line), Tokens(TraceColumn.OutputTokens, line), line);
    }

    private void ReadObject(ReadOnlyMemory<char> text, long line, List<string> names)
    {
        using var json = new JsonTextReader(new StringReader(text.ToString())) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        if (!json.Read() || json.TokenType != JsonToken.StartObject)
        {
            throw new JsonReaderException("no object");
        }

        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            var name = (string)json.Value!;
            names.Add(name);
            json.Read();
            if (TraceColumns.Of(name) is not { } column)
            {
                json.Skip();
            }
            else if (json.Value is null)
            {
                throw new TraceFormatException(line, $"{Shown.Quoted(name)} is {json.TokenType.ToString().ToLowerInvariant()}; allowed: a number or a text");
            }
            else if (!_found.TryAdd(column, (name, Convert.ToString(json.Value, CultureInfo.InvariantCulture)!)))
            {
                throw new TraceFormatException(line, $"{Shown.Quoted(_found[column].Name)} and {Shown.Quoted(name)} say the same; leave one out");
            }
        }

        if (json.TokenType != JsonToken.EndObject || json.Read())
        {
            throw new JsonReaderException("more than an object");
        }
    }

    private int? Tokens(TraceColumn column, long line) => _found.TryGetValue(column, out var found) ? TraceFields.Tokens(found.Value, found.Name, line) : null;
}
