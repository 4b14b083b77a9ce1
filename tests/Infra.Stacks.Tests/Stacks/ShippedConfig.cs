using System.Text.Json.Nodes;
using Infra.TestKit;
using YamlDotNet.Serialization;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>The configuration of a shipped environment as the engine hands it to the program: keys to text, structures as JSON.</summary>
internal static class ShippedConfig
{
    public static JsonObject Of(string environment)
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var file = yaml.Deserialize<Dictionary<string, Dictionary<string, object>>>(File.ReadAllText(RepositoryRoot.Combine($"Pulumi.{environment}.yaml")));
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
