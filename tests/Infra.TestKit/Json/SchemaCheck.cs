using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Json;

/// <summary>Validates a document by the keywords that our schemas use. Any other keyword is an error: it would count for nothing.</summary>
public static class SchemaCheck
{
    /// <returns>Where which keyword is broken; of alternatives, only that none holds.</returns>
    public static IEnumerable<string> Problems(JObject schema, JToken value, string path = "$")
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(value);
        return schema.Properties().SelectMany(keyword => Problems(schema, keyword, value, path));
    }

    private static IEnumerable<string> Problems(JObject schema, JProperty keyword, JToken value, string path)
    {
        var rule = keyword.Value;
        var broken = (keyword.Name, value) switch
        {
            ("type", _) => !(rule is JArray types ? types.Values<string>() : [(string?)rule]).Any(type => Is(value, type!)),
            ("enum", _) => !rule.Any(allowed => JToken.DeepEquals(allowed, value)),
            ("const", _) => !JToken.DeepEquals(Exact(rule), Exact(value)),
            ("anyOf", _) => rule.All(alternative => Problems((JObject)alternative, value, path).Any()),
            ("propertyNames", JObject map) => map.Properties().Any(entry => Problems((JObject)rule, entry.Name, path).Any()),
            ("exclusiveMaximum", { Type: JTokenType.Integer or JTokenType.Float }) => Number(value) >= (double)rule,
            ("not", _) => !Problems((JObject)rule, value, path).Any(),
            ("pattern", { Type: JTokenType.String }) => !Regex.IsMatch((string)value!, (string)rule!, RegexOptions.ECMAScript),
            ("minLength", { Type: JTokenType.String }) => ((string)value!).Length < (int)rule,
            ("maxLength", { Type: JTokenType.String }) => ((string)value!).Length > (int)rule,
            ("minimum", { Type: JTokenType.Integer or JTokenType.Float }) => Number(value) < (double)rule,
            ("maximum", { Type: JTokenType.Integer or JTokenType.Float }) => Number(value) > (double)rule,
            ("minItems", JArray list) => list.Count < (int)rule,
            ("maxItems", JArray list) => list.Count > (int)rule,
            ("minProperties", JObject map) => map.Count < (int)rule,
            ("maxProperties", JObject map) => map.Count > (int)rule,
            ("required", JObject map) => rule.Values<string>().Any(name => !map.ContainsKey(name!)),
            ("additionalProperties", JObject map) when rule.Type == JTokenType.Boolean => !(bool)rule && Unnamed(schema, map).Any(),
            _ => false,
        };
        return broken ? [$"{path}: {keyword.Name}"] : (keyword.Name, value) switch
        {
            ("$ref", _) => Problems((JObject)rule.Root.SelectToken(((string)rule!)[2..].Replace('/', '.'))!, value, path),
            ("items", JArray list) => list.SelectMany((item, i) => Problems((JObject)rule, item, $"{path}[{i}]")),
            ("additionalProperties", JObject map) when rule is JObject entries => Unnamed(schema, map).SelectMany(entry => Problems(entries, entry.Value, $"{path}.{entry.Name}")),
            ("properties", JObject map) => map.Properties().Where(entry => rule[entry.Name] is not null).SelectMany(entry => Problems((JObject)rule[entry.Name]!, entry.Value, $"{path}.{entry.Name}")),
            ("patternProperties", JObject map) => ((JObject)rule).Properties().SelectMany(pattern => map.Properties()
                .Where(entry => Regex.IsMatch(entry.Name, pattern.Name, RegexOptions.ECMAScript))
                .SelectMany(entry => Problems((JObject)pattern.Value, entry.Value, $"{path}.{entry.Name}"))),
            ("properties" or "items" or "additionalProperties" or "patternProperties" or "type" or "enum" or "not" or "pattern" or "required", _) => [],
            ("minLength" or "maxLength" or "minimum" or "maximum" or "minItems" or "maxItems" or "minProperties" or "maxProperties", _) => [],
            ("const" or "anyOf" or "propertyNames" or "exclusiveMaximum", _) => [],
            ("$schema" or "$id" or "$defs" or "$comment" or "title" or "description" or "default", _) => [],
            _ => throw new NotSupportedException($"{path}: the keyword '{keyword.Name}' is not checked"),
        };
    }

    private static double Number(JToken value) => double.Parse(value.ToString(Newtonsoft.Json.Formatting.None), System.Globalization.CultureInfo.InvariantCulture);

    // To a schema 1 and 1.0 are one number.
    private static JToken Exact(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float ? Number(value) : value;

    private static IEnumerable<JProperty> Unnamed(JObject schema, JObject map) => map.Properties()
        .Where(entry => schema["properties"]?[entry.Name] is null)
        .Where(entry => !((JObject?)schema["patternProperties"] ?? []).Properties().Any(pattern => Regex.IsMatch(entry.Name, pattern.Name, RegexOptions.ECMAScript)));

    private static bool Is(JToken value, string type) => type switch
    {
        "object" => value is JObject,
        "array" => value is JArray,
        "string" => value.Type == JTokenType.String,
        "boolean" => value.Type == JTokenType.Boolean,
        "integer" => value.Type == JTokenType.Integer || (value.Type == JTokenType.Float && double.IsInteger((double)value)),
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "null" => value.Type == JTokenType.Null,
        _ => throw new NotSupportedException($"'{type}' is no type"),
    };
}
