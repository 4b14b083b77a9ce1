using System;
using System.Linq;
using Pulumi.SchemaGenerator.Json;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>Reads the type of a property and resolves its reference.</summary>
internal sealed class TypeReader
{
    private const string LocalTypes = "#/types/";

    private readonly JsonNode _root;

    public TypeReader(JsonNode root) => _root = root;

    public TypeReference Read(JsonNode node)
    {
        if (node.Find("oneOf") is { } members)
        {
            return new TypeReference.Union(members.Items.Select(Read).ToList());
        }

        return node.Find("$ref") is { } reference ? Referenced(reference) : Typed(node);
    }

    private TypeReference Typed(JsonNode node)
    {
        var type = node.Require("type");
        return type.Text switch
        {
            "string" => new TypeReference.Simple("string"),
            "boolean" => new TypeReference.Simple("bool"),
            "integer" => new TypeReference.Simple("int"),
            "number" => new TypeReference.Simple("double"),
            "array" => new TypeReference.Array(Read(node.Require("items"))),
            "object" => new TypeReference.Map(node.Find("additionalProperties") is { } value ? Read(value) : new TypeReference.Simple("string")),
            _ => throw new SchemaException(type, $"'{type.Text}' is not a type; types are string, boolean, integer, number, array and object."),
        };
    }

    private TypeReference Referenced(JsonNode reference)
    {
        switch (reference.Text)
        {
            case "pulumi.json#/Any": return new TypeReference.Simple("object");
            case "pulumi.json#/Asset": return new TypeReference.Simple("global::Pulumi.AssetOrArchive");
        }

        var token = reference.Text.StartsWith(LocalTypes, StringComparison.Ordinal) ? reference.Text.Substring(LocalTypes.Length) : "";
        if (_root.Find("types")?.Find(token) is not { } type)
        {
            throw new SchemaException(reference, $"'{reference.Text}' is not declared; add it to 'types'.");
        }

        return type.Find("enum") is null ? new TypeReference.Object(token) : new TypeReference.Enumeration(token);
    }
}
