using System.Collections.Generic;
using System.Linq;
using Pulumi.SchemaGenerator.Json;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>Reads the properties of resources, functions and object types.</summary>
internal sealed class PropertyReader
{
    private readonly TypeReader _types;
    private readonly bool _outputsAlwaysGiven;

    public PropertyReader(JsonNode root, bool outputsAlwaysGiven)
    {
        _types = new TypeReader(root);
        _outputsAlwaysGiven = outputsAlwaysGiven;
    }

    public IReadOnlyList<PropertySchema> Inputs(JsonNode resource) => Members(resource, "inputProperties", "requiredInputs");

    public IReadOnlyList<PropertySchema> Outputs(JsonNode resource) => Members(resource, "properties", "required");

    public IReadOnlyList<PropertySchema> Members(JsonNode owner, string properties, string required)
    {
        if (owner.Find(properties) is not { } list)
        {
            return [];
        }

        var names = Names(owner.Find(required), list);
        var given = Names(owner.Find("language")?.Find("nodejs")?.Find("requiredOutputs"), list);
        return list.Members
            .Select(member => Property(member.Key, member.Value, names.Contains(member.Key), given.Contains(member.Key)))
            .ToList();
    }

    private static HashSet<string> Names(JsonNode? node, JsonNode properties)
    {
        var names = new HashSet<string>();
        foreach (var item in node?.Items ?? [])
        {
            if (properties.Find(item.Text) is null)
            {
                throw new SchemaException(item, $"there is no property '{item.Text}'.");
            }

            names.Add(item.Text);
        }

        return names;
    }

    private PropertySchema Property(string wireName, JsonNode node, bool required, bool given)
    {
        node.AllowOnly("type", "$ref", "items", "additionalProperties", "oneOf", "const", "default", "defaultInfo", "secret", "language");
        return new PropertySchema(
            wireName,
            node.Find("language")?.Find("csharp")?.Find("name")?.Text ?? Naming.Pascal(wireName),
            _types.Read(node),
            required,
            required || given || _outputsAlwaysGiven,
            node.Find("secret")?.Flag ?? false,
            node.Find("const")?.Text,
            node.Find("default") is { } value ? Literal(value) : null,
            node.Find("defaultInfo")?.Find("environment")?.Items.Select(name => name.Text).ToList() ?? []);
    }

    private static string Literal(JsonNode node) => node.Value switch
    {
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => throw new SchemaException(node, "only a string or a boolean can be a default."),
    };
}
