using Newtonsoft.Json.Linq;

namespace Infra.TestKit.Kubernetes;

/// <summary>The names that schemas have for the types of JSON.</summary>
internal static class JsonTypes
{
    public static string Of(JToken value) => value.Type switch
    {
        JTokenType.Object => "object",
        JTokenType.Array => "array",
        JTokenType.String => "string",
        JTokenType.Boolean => "boolean",
        JTokenType.Integer => "integer",
        JTokenType.Float => "number",
        JTokenType.Null => "null",
        _ => throw new InvalidOperationException($"{value.Path}: {value.Type} is no JSON type"),
    };
}
