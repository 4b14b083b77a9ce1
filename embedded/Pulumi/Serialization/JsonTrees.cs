using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>System.Text.Json documents as value trees, and back.</summary>
internal static class JsonTrees
{
    /// <summary>Unlike other maps, JSON objects keep their nulls.</summary>
    public static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Array => element.EnumerateArray().Select(FromJson).ToImmutableArray(),
        JsonValueKind.Object => FromObject(element),
        var kind => throw new InvalidOperationException($"Unknown {nameof(JsonElement)}.{nameof(JsonElement.ValueKind)}: {kind}"),
    };

    /// <summary>An error text, or null.</summary>
    public static string? TryToJson(string context, object? tree, out JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            if (TryWrite(context, writer, tree) is { } error)
            {
                element = default;
                return error;
            }
        }

        element = JsonDocument.Parse(stream.ToArray()).RootElement;
        return null;
    }

    private static ImmutableDictionary<string, object?> FromObject(JsonElement element)
    {
        var tree = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var property in element.EnumerateObject())
            tree[property.Name] = FromJson(property.Value);
        return tree.ToImmutable();
    }

    private static string? TryWrite(string context, Utf8JsonWriter writer, object? tree)
    {
        switch (tree)
        {
            case null:
                writer.WriteNullValue();
                return null;
            case string text:
                writer.WriteStringValue(text);
                return null;
            case double number:
                writer.WriteNumberValue(number);
                return null;
            case bool flag:
                writer.WriteBooleanValue(flag);
                return null;
            case ImmutableArray<object?> list:
                return TryWriteList(context, writer, list);
            case ImmutableDictionary<string, object?> map:
                return TryWriteMap(context, writer, map);
            default:
                return $"Unexpected type {tree.GetType().FullName} when converting {context} to {nameof(JsonElement)}";
        }
    }

    private static string? TryWriteList(string context, Utf8JsonWriter writer, ImmutableArray<object?> list)
    {
        writer.WriteStartArray();
        foreach (var element in list)
        {
            if (TryWrite(context, writer, element) is { } error)
                return error;
        }

        writer.WriteEndArray();
        return null;
    }

    private static string? TryWriteMap(string context, Utf8JsonWriter writer, ImmutableDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (key, element) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            if (TryWrite(context, writer, element) is { } error)
                return error;
        }

        writer.WriteEndObject();
        return null;
    }
}
