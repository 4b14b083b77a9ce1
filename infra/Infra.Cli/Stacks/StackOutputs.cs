using System.Collections.Immutable;
using Infra.Automation.Engine;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Stacks;

/// <summary>A stack's outputs. A secret isn't there, only that it is one.</summary>
internal static class StackOutputs
{
    /// <summary>Until when a temporary environment is needed.</summary>
    public const string TemporaryUntil = "temporaryUntil";

    /// <summary>A line each: a text as it is, what is structured as JSON.</summary>
    public static IEnumerable<string> Lines(ImmutableSortedDictionary<string, StackOutput> outputs) => outputs.Select(output => $"{output.Key}: {Shown(output.Value)}");

    /// <summary>As one document; a secret is <c>{"$secret": true}</c>, as in a plan.</summary>
    public static JObject Json(ImmutableSortedDictionary<string, StackOutput> outputs) =>
        new(outputs.Select(output => new JProperty(output.Key, output.Value.Json is { } json ? Parse(json) : new JObject { ["$secret"] = true })));

    /// <summary>The text of an output; null where there is none, or it isn't a text.</summary>
    public static string? Text(ImmutableSortedDictionary<string, StackOutput> outputs, string name) =>
        outputs.GetValueOrDefault(name)?.Json is { } json && Parse(json) is JValue { Type: JTokenType.String } text ? (string?)text : null;

    private static string Shown(StackOutput output) => output.Json is not { } json ? "[secret]"
        : Parse(json) is JValue { Type: JTokenType.String } text ? (string)text! : Parse(json).ToString(Formatting.None);

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.Load(reader);
    }
}
