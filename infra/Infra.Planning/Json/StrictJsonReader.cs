using Infra.Core.Configuration;
using Newtonsoft.Json;

namespace Infra.Planning.Json;

/// <summary>
/// Walks JSON text token by token and refuses what Newtonsoft's reader lets pass although it isn't JSON: comments,
/// single quotes, bare names, NaN, constructors. All errors come out as <see cref="PlanFormatException"/>.
/// </summary>
internal sealed class StrictJsonReader : IDisposable
{
    /// <summary>Deeper than any plan, shallow enough for the stack.</summary>
    private const int MaxDepth = 256;

    private readonly JsonTextReader _json;

    public StrictJsonReader(TextReader reader) =>
        _json = new JsonTextReader(reader)
        {
            CloseInput = false,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = null,
        };

    public JsonToken Token => _json.TokenType;

    public string Path => _json.Path;

    /// <summary>The name of the property that stands here.</summary>
    public string Key => (string)_json.Value!;

    /// <summary>What stands here, in words for a message.</summary>
    public string Found => Token switch
    {
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "a list",
        JsonToken.String => $"the text {Shown.Quoted((string)_json.Value!)}",
        JsonToken.Integer or JsonToken.Float => $"the number {Shown.Line(Convert.ToString(_json.Value, System.Globalization.CultureInfo.InvariantCulture)!)}",
        JsonToken.Boolean => (bool)_json.Value! ? "true" : "false",
        JsonToken.Null => "null",
        JsonToken.None => "nothing",
        _ => Token.ToString(),
    };

    /// <summary>Moves to the next token, which must exist.</summary>
    public void Next()
    {
        if (!TryNext())
        {
            throw Problem("the document ends here; it is not complete");
        }
    }

    /// <summary>Goes over the white space after the document; more than that is refused.</summary>
    public void ReadToEnd() => TryNext();

    /// <summary>Calls the action at the value of every property of the object that stands here.</summary>
    public void ReadObject(Action<string> onProperty)
    {
        Expect(JsonToken.StartObject, "an object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Next();
        while (Token != JsonToken.EndObject)
        {
            var key = Key;
            if (!seen.Add(key))
            {
                throw Problem($"the key {Shown.Quoted(key)} occurs twice");
            }

            Next();
            onProperty(key);
            Next();
        }
    }

    /// <summary>Calls the action at every element of the list that stands here.</summary>
    public void ReadArray(Action onElement)
    {
        Expect(JsonToken.StartArray, "a list");
        Next();
        while (Token != JsonToken.EndArray)
        {
            onElement();
            Next();
        }
    }

    /// <summary>Goes to the end of the value that stands here, whatever it is; nothing of it is kept.</summary>
    public void Skip()
    {
        var open = 0;
        while (true)
        {
            open += Token switch
            {
                JsonToken.StartObject or JsonToken.StartArray => 1,
                JsonToken.EndObject or JsonToken.EndArray => -1,
                _ => 0,
            };
            if (open == 0)
            {
                return;
            }

            Next();
        }
    }

    public string ReadString()
    {
        Expect(JsonToken.String, "text");
        return (string)_json.Value!;
    }

    public bool ReadBool()
    {
        Expect(JsonToken.Boolean, "true or false");
        return (bool)_json.Value!;
    }

    public double ReadNumber()
    {
        if (Token is not (JsonToken.Integer or JsonToken.Float))
        {
            throw Problem($"found {Found}; a number is required");
        }

        // Integers come as long, or as BigInteger where a long is too small.
        var number = _json.Value is System.Numerics.BigInteger big
            ? (double)big
            : Convert.ToDouble(_json.Value, System.Globalization.CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw Problem("the number is out of range");
    }

    public PlanFormatException Problem(string problem) => new(Path, problem);

    public void Dispose() => ((IDisposable)_json).Dispose();

    // Newtonsoft counts from 0 where nothing was read yet.
    private static string NotJson(int line, int column) => $"not JSON at line {Math.Max(line, 1)}, column {Math.Max(column, 1)}";

    private void Expect(JsonToken token, string required)
    {
        if (Token != token)
        {
            throw Problem($"found {Found}; {required} is required");
        }
    }

    private bool TryNext()
    {
        try
        {
            if (!_json.Read())
            {
                return false;
            }
        }
        catch (JsonReaderException e)
        {
            throw new PlanFormatException(
                e.Path ?? "", NotJson(e.LineNumber, e.LinePosition), e);
        }

        if (_json.Depth > MaxDepth)
        {
            throw Problem($"more than {MaxDepth} levels deep");
        }

        var quoted = Token is not (JsonToken.String or JsonToken.PropertyName) || _json.QuoteChar == '"';
        if (!quoted || Token is JsonToken.Comment or JsonToken.Undefined or JsonToken.StartConstructor)
        {
            throw Problem(NotJson(_json.LineNumber, _json.LinePosition));
        }

        return true;
    }
}
