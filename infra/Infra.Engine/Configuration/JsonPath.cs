using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Configuration;

namespace Infra.Engine.Configuration;

/// <summary>Sets one value inside a structured one, as <c>pulumi config set --path</c> does.</summary>
internal static class JsonPath
{
    private const int MaxDepth = 1024;

    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    public static JsonNode? Parse(string json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });

    public static bool TryParse(string text)
    {
        try
        {
            Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static string Write(JsonNode root) => root.ToJsonString(_compact);

    /// <summary>Makes what is missing on the way; a list may grow by one entry.</summary>
    /// <param name="root">The structure; null for none.</param>
    /// <param name="firstSet">The path of the outermost value that wasn't there before, or of the value itself.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public static string? Set(ref JsonNode? root, string rootPath, ImmutableArray<ConfigPathSegment> path, string text, out string firstSet)
    {
        var isNew = root is null;
        root ??= ContainerFor(path[0]);
        firstSet = rootPath;
        var (node, place) = (root, rootPath);
        for (var i = 0; i < path.Length; i++)
        {
            if (Mismatch(node, place, path[i]) is { } problem)
            {
                return problem;
            }

            place = ConfigPath.Below(place, path[i]);
            var isLast = i == path.Length - 1;
            var child = isLast ? Value(text) : Child(node, path[i]);
            if (isLast || child is null)
            {
                firstSet = isNew ? firstSet : place;
                isNew = true;
                child ??= ContainerFor(path[i + 1]);
                Put(node, path[i], child);
            }

            node = child;
        }

        return null;
    }

    private static string? Mismatch(JsonNode node, string place, ConfigPathSegment segment) => (node, segment.Key) switch
    {
        (JsonObject, not null) => null,
        (JsonArray list, null) => segment.Index <= list.Count
            ? null
            : $"{place} has {Counted.Of(list.Count, "entry")}; the next is [{list.Count}]",
        (JsonObject, null) => $"{place} is an object; write the name of a key instead of [{segment.Index}]",
        (JsonArray, _) => $"{place} is a list; write an index such as [0] instead of {Shown.Quoted(segment.Key!)}",
        _ => $"{place} is neither an object nor a list; nothing can be set inside it",
    };

    private static JsonNode? Child(JsonNode node, ConfigPathSegment segment) =>
        segment.Key is { } key ? node[key] : segment.Index < node.AsArray().Count ? node[segment.Index] : null;

    private static void Put(JsonNode node, ConfigPathSegment segment, JsonNode child)
    {
        if (segment.Key is { } key)
        {
            node[key] = child;
        }
        else if (segment.Index == node.AsArray().Count)
        {
            node.AsArray().Add(child);
        }
        else
        {
            node[segment.Index] = child;
        }
    }

    private static JsonNode ContainerFor(ConfigPathSegment segment) => segment.Key is null ? new JsonArray() : new JsonObject();

    /// <summary>Pulumi makes flags and whole numbers of text that reads so; a leading zero is text, and so is a fraction.</summary>
    private static JsonValue Value(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        ['0', _, ..] => JsonValue.Create(text),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
