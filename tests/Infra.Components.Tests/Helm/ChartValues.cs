using Infra.TestKit;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Helm;

/// <summary>The real default values of charts, against which ours are held: Helm ignores a key that a chart doesn't know.</summary>
internal static class ChartValues
{
    /// <summary>Paths of our values that the chart's file doesn't have, or has with another type; skips the test where the file is absent.</summary>
    public static IReadOnlyList<string> Unknown(string chart, JToken values) =>
        [.. Unknown("", YamlJson.Read(SharedFacts.Require("helm-values", $"{chart}.yaml")), values)];

    private static IEnumerable<string> Unknown(string path, JToken known, JToken value)
    {
        // An empty map in the file is one that users fill with keys of their own.
        if (value is not JObject map || known is JObject { Count: 0 })
        {
            yield break;
        }

        if (known is not JObject file)
        {
            yield return $"{path}: {known.Type}";
            yield break;
        }

        foreach (var property in map.Properties())
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (file[property.Name] is not { } below)
            {
                yield return at;
                continue;
            }

            foreach (var problem in Unknown(at, below, property.Value))
            {
                yield return problem;
            }
        }
    }
}
