using Infra.Planning.Model;
using Newtonsoft.Json;

namespace Infra.Planning.Json;

internal static class PlanValueReader
{
    public static ValueMap ReadProperties(StrictJsonReader json) =>
        ReadObject(json) switch
        {
            PlanValue.Object { Properties: var properties } => properties,
            _ => throw json.Problem("found a marker in the place of the properties; these themselves are required"),
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
            var isMarker = MarkerKey.IsMarker(key);
            if (marker is not null || (isMarker && properties.Count > 0))
            {
                throw json.Problem(
                    $"{MarkerKey.Unknown}, {MarkerKey.Secret}, {MarkerKey.Asset} and {MarkerKey.Archive} stand alone in their object; a real property of that name is written with one more '$'");
            }

            if (isMarker)
            {
                marker = ReadMarker(json, key);
            }
            else
            {
                properties.Add(new(MarkerKey.Unescape(key), Read(json)));
            }
        });
        return marker ?? new PlanValue.Object(ValueMap.Create(properties));
    }

    private static PlanValue ReadMarker(StrictJsonReader json, string key)
    {
        switch (key)
        {
            case MarkerKey.Asset:
                return new PlanValue.Asset(ReadContent(json, isArchive: false));
            case MarkerKey.Archive:
                return new PlanValue.Archive(ReadContent(json, isArchive: true));
            default:
                RequireTrue(json, key);
                return key == MarkerKey.Unknown ? PlanValue.Unknown.Instance : PlanValue.Secret.Instance;
        }
    }

    private static ValueMap ReadContent(StrictJsonReader json, bool isArchive)
    {
        var path = json.Path;
        var content = ReadProperties(json);
        var keys = content.Keys.ToList();
        var isRight = keys switch
        {
            [PlanKeys.Path] or [PlanKeys.Path, PlanKeys.Sha256] or [PlanKeys.Uri] => true,
            [PlanKeys.Text] => !isArchive,
            [PlanKeys.Assets] => isArchive,
            _ => false,
        };
        if (isRight && content.All(static part => part.Key == PlanKeys.Assets ? AreAssets(part.Value) : part.Value is PlanValue.String))
        {
            return content;
        }

        throw new PlanFormatException(path, isArchive
            ? "an archive is one of path (with sha256 or without), uri and assets"
            : "an asset is one of path (with sha256 or without), uri and text");
    }

    private static bool AreAssets(PlanValue value) =>
        value is PlanValue.Object { Properties: var assets } && assets.Values.All(static asset => asset is PlanValue.Asset or PlanValue.Archive);

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
