using Newtonsoft.Json;

namespace Infra.Engine.Yaml;

/// <summary>A node as compact JSON, keys in the order of the file.</summary>
internal static class YamlJson
{
    /// <exception cref="YamlDocumentException">Aliases blow the value up.</exception>
    public static string Write(YamlNode node)
    {
        using var text = new StringWriter();
        using (var json = new JsonTextWriter(text))
        {
            Write(json, node, new AliasBudget());
        }

        return text.ToString();
    }

    private static void Write(JsonTextWriter json, YamlNode node, AliasBudget budget)
    {
        var isAlias = budget.Enter(node);
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
                    Write(json, item, budget);
                }

                json.WriteEndArray();
                break;
            case YamlMapping { Properties: var properties }:
                json.WriteStartObject();
                foreach (var property in properties)
                {
                    json.WritePropertyName(property.Key);
                    Write(json, property.Value, budget);
                }

                json.WriteEndObject();
                break;
        }

        budget.Leave(isAlias);
    }
}
