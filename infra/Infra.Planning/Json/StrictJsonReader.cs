using Newtonsoft.Json;

namespace Infra.Planning.Json;

/// <summary>
/// Walks JSON text token by token and refuses what Newtonsoft's reader lets pass although it isn't JSON: comments,
/// single quotes, bare names, NaN, constructors. All errors come out as <see cref="PlanFormatException"/>.
/// </summary>
internal sealed class StrictJsonReader : IDisposable
{
    private const int MaxDepth = 256;

    private readonly JsonTextReader _json;

    public StrictJsonReader(TextReader reader) =>
        _json = new JsonTextReader(reader)
        {
            CloseInput = false,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = MaxDepth,
        };

    public JsonToken Token => _json.TokenType;

    public string Path => _json.Path;

    /// <summary>What stands here, in words for a message.</summary>
    public string Found => Token switch
    {
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "a list",
        JsonToken.String => $"the text '{_json.Value}'",
        JsonToken.Integer or JsonToken.Float => $"the number {_json.Value}",
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
            var key = (string)_json.Value!;
            if (!seen.Add(key))
            {
                throw Problem($"the key '{key}' occurs twice");
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
                e.Path ?? "", $"not JSON at line {e.LineNumber}, column {e.LinePosition}", e);
        }

        var quoted = Token is not (JsonToken.String or JsonToken.PropertyName) || _json.QuoteChar == '"';
        if (!quoted || Token is JsonToken.Comment or JsonToken.Undefined or JsonToken.StartConstructor)
        {
            throw Problem($"not JSON at line {_json.LineNumber}, column {_json.LinePosition}");
        }

        return true;
    }
}
