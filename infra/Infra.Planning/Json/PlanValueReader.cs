using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Json;

internal static class PlanValueReader
{
    public static ValueMap ReadProperties(StrictJsonReader json) =>
        ReadObject(json) switch
        {
            PlanValue.Object { Properties: var properties } => properties,
            _ => throw json.Problem("found an unknown or a secret; the properties themselves are required"),
        };

    private static PlanValue Read(StrictJsonReader json) => json.Token switch
    {
        JsonToken.Null => PlanValue.Null.Instance,
        JsonToken.Boolean => new PlanValue.Bool(json.ReadBool()),
        JsonToken.Integer or JsonToken.Float => new PlanValue.Number(json.ReadNumber()),
        JsonToken.String => new PlanValue.String(json.ReadString()),
        JsonToken.StartArray => ReadList(json),
        _ => ReadObject(json),
    };

    private static PlanValue.List ReadList(StrictJsonReader json)
    {
        var items = new List<PlanValue>();
        json.ReadArray(() => items.Add(Read(json)));
        return new PlanValue.List([.. items]);
    }

    private static PlanValue ReadObject(StrictJsonReader json)
    {
        var properties = new List<KeyValuePair<string, PlanValue>>();
        PlanValue? marker = null;
        json.ReadObject(key =>
        {
            var isMarker = key is MarkerKey.Unknown or MarkerKey.Secret;
            if (marker is not null || (isMarker && properties.Count > 0))
            {
                throw json.Problem(
                    $"{MarkerKey.Unknown} and {MarkerKey.Secret} stand alone in their object; a real property of that name is written with one more '$'");
            }

            if (isMarker)
            {
                RequireTrue(json, key);
                marker = key == MarkerKey.Unknown ? PlanValue.Unknown.Instance : PlanValue.Secret.Instance;
            }
            else
            {
                properties.Add(new(MarkerKey.Unescape(key), Read(json)));
            }
        });
        return marker ?? new PlanValue.Object(ValueMap.Create(properties));
    }

    private static string Kind(JsonToken token) => token switch
    {
        JsonToken.String => "text",
        JsonToken.Integer or JsonToken.Float => "a number",
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "a list",
        JsonToken.Null => "null",
        _ => "false",
    };

    /// <summary>The message says of what kind it found something, not what: that may be the very secret.</summary>
    private static void RequireTrue(StrictJsonReader json, string key)
    {
        if (json.Token != JsonToken.Boolean || !json.ReadBool())
        {
            throw json.Problem($"found {Kind(json.Token)}; {key} can only be true");
        }
    }
}
