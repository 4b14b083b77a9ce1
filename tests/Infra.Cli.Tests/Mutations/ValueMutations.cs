using System.Text.Json.Nodes;

namespace Infra.Cli.Tests.Mutations;

/// <summary>Changes to the values of a configuration: the file stays YAML, unless a value itself isn't.</summary>
internal static class ValueMutations
{
    private static readonly Action<List<JsonNode>, Mutation, List<string>>[] _all =
    [
        (nodes, m, raw) => Replace(Mutation.Pick(nodes, m.Where), Raw(m.With, raw)),
        (nodes, m, raw) => Replace(Mutation.Pick(nodes, m.Where), Raw(m.With, raw)),
        (nodes, m, raw) => Replace(Mutation.Pick(nodes, m.Where), Mutation.Pick(nodes, m.With).DeepClone()),
        (nodes, m, _) => Replace(Mutation.Pick(nodes, m.Where), new JsonArray(Mutation.Pick(nodes, m.Where).DeepClone())),
        (nodes, m, _) => Replace(Mutation.Pick(nodes, m.Where), new JsonObject { ["value"] = Mutation.Pick(nodes, m.Where).DeepClone() }),
        (nodes, m, _) => Remove(Mutation.Pick(nodes, m.Where)),
        (nodes, m, raw) => Add(Mutation.Pick(nodes, m.Where), Raw(m.With, raw)),
        (nodes, m, _) => Rename(Mutation.Pick(nodes, m.Where), name => name.Length == 0 ? "x" : name.Remove(m.With % name.Length, 1)),
        (nodes, m, _) => Rename(Mutation.Pick(nodes, m.Where), name => name.ToUpperInvariant()),
        (nodes, m, raw) => Rename(Mutation.Pick(nodes, m.Where), _ => Placeholder(m.With, raw)),
    ];

    /// <param name="raw">Gathers what stands in the text in the place of a placeholder.</param>
    public static void Apply(JsonObject config, Mutation mutation, List<string> raw)
    {
        var nodes = Nodes(config).Skip(1).ToList();
        if (nodes.Count > 0)
        {
            Mutation.Pick(_all, mutation.What)(nodes, mutation, raw);
        }
    }

    /// <summary>The text of a file with this configuration.</summary>
    public static string Write(JsonObject config, List<string> raw)
    {
        var text = $"config: {config.ToJsonString()}\n";
        for (var i = raw.Count - 1; i >= 0; i--)
        {
            text = text.Replace($"\"@{i}@\"", raw[i], StringComparison.Ordinal);
        }
        return text;
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject map => map.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };

    private static JsonValue Raw(int with, List<string> raw) => JsonValue.Create(Placeholder(with, raw));

    private static string Placeholder(int with, List<string> raw)
    {
        raw.Add(Mutation.Pick(Hostile.Values, with));
        return $"@{raw.Count - 1}@";
    }

    private static void Replace(JsonNode node, JsonNode by)
    {
        if (node.Parent is JsonObject map)
        {
            map[node.GetPropertyName()] = by;
        }
        else if (node.Parent is JsonArray list)
        {
            list[node.GetElementIndex()] = by;
        }
    }

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonObject map)
        {
            map.Remove(node.GetPropertyName());
        }
        else if (node.Parent is JsonArray list)
        {
            list.Remove(node);
        }
    }

    private static void Add(JsonNode node, JsonNode value)
    {
        if (node is JsonObject map)
        {
            map["extra"] = value;
        }
        else if (node is JsonArray list)
        {
            list.Add(value);
        }
    }

    private static void Rename(JsonNode node, Func<string, string> change)
    {
        if (node.Parent is JsonObject map)
        {
            var name = node.GetPropertyName();
            map.Remove(name);
            map[change(name)] = node;
        }
    }
}
