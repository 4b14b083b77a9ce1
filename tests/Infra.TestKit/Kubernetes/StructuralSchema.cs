using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>
/// Checks a value against a structural schema (apiextensions.k8s.io/v1) as an API server with strict field validation does: a field that the schema
/// doesn't name is a problem. Rules in CEL (<c>x-kubernetes-validations</c>) and <c>format</c> aren't evaluated.
/// </summary>
internal static class StructuralSchema
{
    public static IEnumerable<string> Problems(JObject schema, JToken value, string path) =>
        value.Type == JTokenType.Null
            ? Flag(schema, "nullable") ? [] : [$"{path}: null is not allowed"]
            : TypeProblems(schema, value, path) is { } wrong
                ? [wrong]
                : [.. Content(schema, value, path), .. Rules(schema, value, path)];

    private static string? TypeProblems(JObject schema, JToken value, string path)
    {
        var found = JsonTypes.Of(value);
        if (Flag(schema, "x-kubernetes-int-or-string"))
        {
            return found is "integer" or "string" ? null : $"{path}: {found} instead of integer or string";
        }

        var wanted = (string?)schema["type"];
        return wanted is null || wanted == found || (wanted == "number" && found == "integer") ? null : $"{path}: {found} instead of {wanted}";
    }

    private static IEnumerable<string> Content(JObject schema, JToken value, string path) => value switch
    {
        JObject map => map.Properties().SelectMany(property => Field(schema, property, path)),
        JArray list when schema["items"] is JObject items => list.SelectMany((item, i) => Problems(items, item, $"{path}[{i}]")),
        _ => [],
    };

    private static IEnumerable<string> Field(JObject schema, JProperty property, string path)
    {
        var at = $"{path}.{property.Name}";
        if (schema["properties"]?[property.Name] is JObject known)
        {
            return Problems(known, property.Value, at);
        }

        return schema["additionalProperties"] switch
        {
            JObject values => Problems(values, property.Value, at),
            JValue { Value: true } => [],
            _ when Flag(schema, "x-kubernetes-preserve-unknown-fields") => [],
            _ => [$"{at}: unknown field"],
        };
    }

    // Branches below anyOf and its like restrict fields that the schema around them has named; they name none.
    private static IEnumerable<string> Rules(JObject schema, JToken value, string path)
    {
        foreach (var name in (schema["required"] ?? new JArray()).Values<string>().Where(name => value is JObject map && !map.ContainsKey(name!)))
        {
            yield return $"{path}.{name}: required";
        }

        if (schema["enum"] is JArray allowed && !allowed.Any(item => JToken.DeepEquals(item, value)))
        {
            yield return $"{path}: {value} is none of {string.Join(", ", allowed)}";
        }

        if (value.Type == JTokenType.String && (string?)schema["pattern"] is { } pattern && !Regex.IsMatch((string)value!, pattern))
        {
            yield return $"{path}: '{value}' doesn't match {pattern}";
        }

        foreach (var (low, high, size) in Sizes(value))
        {
            if (size < (double?)schema[low] || size > (double?)schema[high])
            {
                yield return $"{path}: {size} is outside {schema[low] ?? "-∞"} to {schema[high] ?? "∞"} ({low}, {high})";
            }
        }

        foreach (var problem in Branches(schema, value, path))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Branches(JObject schema, JToken value, string path)
    {
        int Fitting(JArray branches) => branches.Cast<JObject>().Count(branch => Fits(branch, value, path));
        if (schema["anyOf"] is JArray any && Fitting(any) == 0)
        {
            yield return $"{path}: fits no branch of anyOf";
        }

        if (schema["oneOf"] is JArray one && Fitting(one) != 1)
        {
            yield return $"{path}: fits {Fitting(one)} branches of oneOf";
        }

        if (schema["allOf"] is JArray all && Fitting(all) != all.Count)
        {
            yield return $"{path}: fits {Fitting(all)} of {all.Count} branches of allOf";
        }

        if (schema["not"] is JObject not && Fits(not, value, path))
        {
            yield return $"{path}: fits what 'not' forbids";
        }
    }

    private static bool Fits(JObject branch, JToken value, string path) =>
        TypeProblems(branch, value, path) is null
        && !Rules(branch, value, path).Any()
        && (branch["properties"] as JObject ?? []).Properties().All(property =>
            value is not JObject map || map[property.Name] is not { } child || Fits((JObject)property.Value, child, path));

    private static IEnumerable<(string Low, string High, double Size)> Sizes(JToken value) => value switch
    {
        JArray list => [("minItems", "maxItems", list.Count)],
        JObject map => [("minProperties", "maxProperties", map.Count)],
        { Type: JTokenType.String } => [("minLength", "maxLength", ((string)value!).Length)],
        { Type: JTokenType.Integer or JTokenType.Float } => [("minimum", "maximum", (double)value)],
        _ => [],
    };

    private static bool Flag(JObject schema, string name) => (bool?)schema[name] ?? false;
}
