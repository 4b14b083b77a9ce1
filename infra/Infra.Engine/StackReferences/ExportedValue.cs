using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Embedded;

namespace Infra.Engine.StackReferences;

/// <summary>A value of Pulumi's state as the engine's value tree.</summary>
internal static class ExportedValue
{
    /// <summary>An object with this key stands for something that JSON has no notation for; its value says for what.</summary>
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    public static object? Read(JToken token) => token switch
    {
        JObject map when map.ContainsKey(Signature) => Special(map),
        JObject map => map.Properties().ToImmutableDictionary(static p => p.Name, static p => Read(p.Value), StringComparer.Ordinal),
        JArray list => list.Select(Read).ToImmutableArray(),
        JValue { Type: JTokenType.Boolean, Value: bool flag } => flag,
        JValue { Type: JTokenType.Integer or JTokenType.Float } number => number.ToObject<double>(JsonSerializer.CreateDefault(new() { Culture = CultureInfo.InvariantCulture })),
        JValue { Type: JTokenType.String, Value: string text } => text,
        _ => null,
    };

    /// <summary>With <c>--show-secrets</c> a secret has its value, as JSON text. Assets and resources are nothing that an output of another stack gives.</summary>
    private static object Special(JObject map) => (map[Signature] as JValue)?.Value is not Secret
        ? UnknownValue.Instance
        : new SecretValue((map["plaintext"] as JValue)?.Value is string plain ? Plain(plain) : UnknownValue.Instance);

    private static object? Plain(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
            return Read(JToken.ReadFrom(reader));
        }
        catch (JsonReaderException)
        {
            return UnknownValue.Instance;
        }
    }
}
