using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests;

/// <summary>Compares whole JSON documents, whatever the order of their keys.</summary>
internal static class JsonAssert
{
    public static void Same(string expected, JToken? actual) => Assert.Equal(Text(JToken.Parse(expected)), actual is null ? "" : Text(actual));

    private static string Text(JToken token) => Sorted(token).ToString(Formatting.Indented);

    private static JToken Sorted(JToken token) => token switch
    {
        JObject map => new JObject(map.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value)))),
        JArray list => new JArray(list.Select(Sorted)),
        _ => token,
    };
}
