using System.Text.Json.Nodes;
using Infra.Core.Configuration;
using Infra.Stacks;

namespace Infra.Cli.Tests.Mutations;

/// <summary>An environment that has every key there is, so that a change can happen to any of them.</summary>
internal static class GeneratedEnvironment
{
    public static JsonObject Config { get; } = new(
        ((ConfigShape.Record)ConfigShape.Of<PlatformSettings>()).Keys
            .Select(key => KeyValuePair.Create($"{PlatformSettings.ConfigNamespace}:{key.Name}", (JsonNode?)Value(key.Shape))));

    private static JsonNode Value(ConfigShape shape) => shape switch
    {
        ConfigShape.Flag => true,
        ConfigShape.WholeNumber => 2,
        ConfigShape.Number => 0.5,
        ConfigShape.OneOf one => one.Choices[0].Written,
        ConfigShape.Scalar => "1Gi",
        ConfigShape.List list => new JsonArray(Value(list.Entries), Value(list.Entries)),
        ConfigShape.Map map => new JsonObject { ["team"] = Value(map.Entries) },
        ConfigShape.Record record => new JsonObject(record.Keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Value(key.Shape)))),
        _ => "text",
    };
}
