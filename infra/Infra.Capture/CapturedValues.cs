using Infra.Planning.Json;
using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Capture;

/// <summary>Reads the values of Pulumi's documents. One per document: a text or a URN that occurs again is the same object again, which halves a large state.</summary>
/// <param name="json">The document.</param>
/// <param name="form">In a preview a secret is a text.</param>
internal sealed class CapturedValues(StrictJsonReader json, CaptureForm form)
{
    private readonly Dictionary<string, PlanValue> _texts = new(StringComparer.Ordinal)
    {
        [Signature.Unknown] = PlanValue.Unknown.Instance,
    };

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Urn> _urns = new(StringComparer.Ordinal);

    /// <summary>The properties that stand here; null where there is nothing.</summary>
    public ValueMap? ReadProperties()
    {
        if (json.Token == JsonToken.Null)
        {
            return null;
        }

        var properties = new List<KeyValuePair<string, PlanValue>>();
        json.ReadObject(key => properties.Add(new(Shared(key), Read())));
        return ValueMap.Create(properties);
    }

    public Urn ReadUrn()
    {
        var text = json.ReadString();
        if (!_urns.TryGetValue(text, out var urn))
        {
            _urns.Add(text, urn = PlanReader.ReadUrn(json));
        }

        return urn;
    }

    public ValueList<T> ReadList<T>(Func<T> read)
        where T : notnull
    {
        if (json.Token == JsonToken.Null)
        {
            return [];
        }

        var items = new List<T>();
        json.ReadArray(() => items.Add(read()));
        return [.. items];
    }

    /// <summary>The text of a message or a name; null where there is nothing.</summary>
    public string? ReadText() => json.Token == JsonToken.Null ? null : json.ReadString();

    private PlanValue Read()
    {
        switch (json.Token)
        {
            case JsonToken.Null:
                return PlanValue.Null.Instance;
            case JsonToken.Boolean:
                return new PlanValue.Bool(json.ReadBool());
            case JsonToken.Integer or JsonToken.Float:
                return new PlanValue.Number(json.ReadNumber());
            case JsonToken.String:
                return Text(json.ReadString());
            case JsonToken.StartArray:
                return new PlanValue.List(ReadList(Read));
            default:
                var properties = ReadProperties()!;
                return properties.ContainsKey(Signature.Key) ? SignedValue.Of(properties) : new PlanValue.Object(properties);
        }
    }

    private PlanValue Text(string text)
    {
        if (!_texts.TryGetValue(text, out var value))
        {
            var isSecret = form == CaptureForm.Preview && text == Signature.HiddenSecret;
            _texts.Add(text, value = isSecret ? PlanValue.Secret.Instance : new PlanValue.String(text));
        }

        return value;
    }

    private string Shared(string key)
    {
        if (!_keys.TryGetValue(key, out var shared))
        {
            _keys.Add(key, shared = key);
        }

        return shared;
    }
}
