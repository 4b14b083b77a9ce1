using Newtonsoft.Json;

namespace Infra.Engine.Yaml;

/// <summary>A node as compact JSON, keys in the order of the file.</summary>
internal static class YamlJson
{
    /// <summary>A hundred lines of aliases can stand for billions of nodes; yaml.v3 gives up too.</summary>
    private const int MaxNodes = 100_000;

    /// <exception cref="YamlDocumentException">Aliases blow the value up.</exception>
    public static string Write(YamlNode node)
    {
        using var text = new StringWriter();
        using (var json = new JsonTextWriter(text))
        {
            var budget = MaxNodes;
            Write(json, node, ref budget);
        }

        return text.ToString();
    }

    private static void Write(JsonTextWriter json, YamlNode node, ref int budget)
    {
        if (--budget < 0)
        {
            throw new YamlDocumentException(node.Mark, "document contains excessive aliasing");
        }

        switch (node)
        {
            case YamlScalar { Kind: ScalarKind.String, Text: var text }:
                json.WriteValue(text);
                break;
            case YamlScalar { Text: var text }:
                json.WriteRawValue(text);
                break;
            case YamlSequence { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item, ref budget);
                }

                json.WriteEndArray();
                break;
            case YamlMapping { Properties: var properties }:
                json.WriteStartObject();
                foreach (var property in properties)
                {
                    json.WritePropertyName(property.Key);
                    Write(json, property.Value, ref budget);
                }

                json.WriteEndObject();
                break;
        }
    }
}
