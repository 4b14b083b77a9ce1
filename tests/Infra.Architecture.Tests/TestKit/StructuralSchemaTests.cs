using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The checker of custom resources finds what an API server would refuse, and nothing else.</summary>
public sealed class StructuralSchemaTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "\"x\"")]
    [InlineData("""{ "type": "number" }""", "1")]
    [InlineData("""{ "type": "string", "nullable": true }""", "null")]
    [InlineData("""{ "x-kubernetes-int-or-string": true, "anyOf": [ { "type": "integer" }, { "type": "string" } ] }""", "\"50%\"")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "any": "x" }""")]
    [InlineData("""{ "type": "object", "additionalProperties": true }""", """{ "any": 1 }""")]
    [InlineData("""{ "type": "object", "x-kubernetes-preserve-unknown-fields": true }""", """{ "any": { "deep": 1 } }""")]
    [InlineData("""{ "type": "object", "properties": { "a": {}, "b": {} }, "oneOf": [ { "required": ["a"] }, { "required": ["b"] } ] }""", """{ "a": 1 }""")]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 1 }""", "1")]
    public void What_fits_is_no_problem(string schema, string value) =>
        Assert.Equal([], StructuralSchema.Problems(JObject.Parse(schema), JToken.Parse(value), "x"));

    [Theory]
    [InlineData("""{ "type": "string" }""", "1", "x: integer instead of string")]
    [InlineData("""{ "type": "integer" }""", "1.5", "x: number instead of integer")]
    [InlineData("""{ "type": "string" }""", "null", "x: null is not allowed")]
    [InlineData("""{ "x-kubernetes-int-or-string": true }""", "true", "x: boolean instead of integer or string")]
    [InlineData("""{ "type": "object" }""", """{ "any": 1 }""", "x.any: unknown field")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "object", "properties": {} } } }""", """{ "a": { "b": 1 } }""", "x.a.b: unknown field")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "any": 1 }""", "x.any: integer instead of string")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", """["a", 1]""", "x[1]: integer instead of string")]
    [InlineData("""{ "type": "object", "required": ["a"] }""", "{}", "x.a: required")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", "\"c\"", "x: c is none of a, b")]
    [InlineData("""{ "type": "string", "pattern": "^[a-z]+$" }""", "\"A\"", "x: 'A' doesn't match ^[a-z]+$")]
    [InlineData("""{ "type": "string", "minLength": 1 }""", "\"\"", "x: 0 is outside 1 to ∞ (minLength, maxLength)")]
    [InlineData("""{ "type": "array", "maxItems": 1 }""", "[1, 2]", "x: 2 is outside -∞ to 1 (minItems, maxItems)")]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 3 }""", "4", "x: 4 is outside 1 to 3 (minimum, maximum)")]
    [InlineData("""{ "anyOf": [ { "type": "integer" }, { "type": "string" } ] }""", "true", "x: fits no branch of anyOf")]
    [InlineData("""{ "oneOf": [ { "type": "integer" }, { "minimum": 0 } ] }""", "1", "x: fits 2 branches of oneOf")]
    [InlineData("""{ "allOf": [ { "type": "integer" }, { "minimum": 2 } ] }""", "1", "x: fits 1 of 2 branches of allOf")]
    [InlineData("""{ "properties": { "a": {} }, "not": { "properties": { "a": { "enum": [1] } } } }""", """{ "a": 1 }""", "x: fits what 'not' forbids")]
    public void What_doesn_t_fit_is_named_with_its_path(string schema, string value, string problem) =>
        Assert.Equal([problem], StructuralSchema.Problems(JObject.Parse(schema), JToken.Parse(value), "x"));
}
