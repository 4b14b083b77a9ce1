using System.Text.Json.Nodes;
using Infra.TestKit;
using YamlDotNet.Serialization;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>The configuration of a shipped environment as the engine hands it to the program: keys to text, structures as JSON.</summary>
internal static class ShippedConfig
{
    private const string Examples = "examples/environments";

    /// <summary>Every environment file: the shipped ones, and the examples.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(RepositoryRoot.Path, "Pulumi.*.yaml").Select(Path.GetFileName)
        .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine(Examples), "*.yaml").Select(file => $"{Examples}/{Path.GetFileName(file)}"))
        .Select(file => file!)
        .Order(StringComparer.Ordinal);

    public static JsonObject Of(string environment) => OfFile($"Pulumi.{environment}.yaml");

    public static JsonObject OfFile(string path)
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var file = yaml.Deserialize<Dictionary<string, Dictionary<string, object>>>(File.ReadAllText(RepositoryRoot.Combine(path)));
        var config = new JsonObject();
        foreach (var (key, value) in file["config"])
        {
            config[key] = value as string ?? Json(value)!.ToJsonString();
        }

        return config;
    }

    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        Dictionary<object, object> map => new JsonObject(map.Select(entry => KeyValuePair.Create((string)entry.Key, Json(entry.Value)))),
        List<object> list => new JsonArray([.. list.Select(Json)]),
        _ => JsonValue.Create(value),
    };
}
