using System.Collections.Generic;
using System.Linq;
using Pulumi.SchemaGenerator.Json;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>Reads Pulumi's package schema: the members that the generator knows, and a complaint about every other one.</summary>
internal sealed class SchemaReader
{
    private readonly JsonNode _root;
    private readonly string _moduleFormat;
    private readonly bool _kubernetes;
    private readonly Dictionary<string, ObjectSchema> _objects = new();
    private readonly Dictionary<string, EnumSchema> _enums = new();
    private readonly PropertyReader _properties;

    private SchemaReader(JsonNode root)
    {
        _root = root;
        _moduleFormat = root.Find("meta")?.Find("moduleFormat")?.Text ?? "(.*)";
        _kubernetes = root.Find("language")?.Find("csharp")?.Find("compatibility")?.Text == "kubernetes20";
        _properties = new PropertyReader(root, _kubernetes);
    }

    public static PackageSchema Read(string text) => new SchemaReader(JsonReader.Read(text)).Package();

    private PackageSchema Package()
    {
        _root.AllowOnly("name", "version", "meta", "language", "provider", "resources", "functions", "types");
        ReadTypes();
        var provider = _root.Require("provider");
        provider.AllowOnly("inputProperties", "requiredInputs", "properties", "required");
        var name = _root.Require("name").Text;
        var schema = new PackageSchema(
            name,
            _root.Require("version").Text,
            _kubernetes,
            new Naming(name, _kubernetes, Namespaces()),
            _properties.Inputs(provider),
            _properties.Outputs(provider),
            Members("resources").Select(Resource).ToList(),
            Members("functions").Select(Function).ToList(),
            _objects,
            _enums);
        RefuseUnusedTypes(new Usage(schema));
        return schema;
    }

    private void RefuseUnusedTypes(Usage usage)
    {
        foreach (var member in Members("types"))
        {
            if (!usage.IsUsed(member.Key))
            {
                throw new SchemaException(member.Value, "nothing refers to this type; remove it.");
            }
        }
    }

    private Dictionary<string, string> Namespaces()
    {
        var namespaces = _root.Find("language")?.Find("csharp")?.Find("namespaces")?.Members;
        return namespaces?.ToDictionary(member => member.Key, member => member.Value.Text) ?? new Dictionary<string, string>();
    }

    private void ReadTypes()
    {
        foreach (var member in Members("types"))
        {
            var token = Token(member);
            if (member.Value.Find("enum") is { } values)
            {
                member.Value.AllowOnly("type", "enum");
                _enums.Add(member.Key, new EnumSchema(token, values.Items.Select(EnumMember).ToList()));
            }
            else
            {
                member.Value.AllowOnly("type", "properties", "required", "language");
                _objects.Add(member.Key, new ObjectSchema(token, _properties.Members(member.Value, "properties", "required")));
            }
        }
    }

    private static KeyValuePair<string, string> EnumMember(JsonNode node)
    {
        node.AllowOnly("name", "value");
        return new KeyValuePair<string, string>(node.Require("name").Text, node.Require("value").Text);
    }

    private ResourceSchema Resource(KeyValuePair<string, JsonNode> member)
    {
        member.Value.AllowOnly("inputProperties", "requiredInputs", "properties", "required", "aliases");
        var aliases = member.Value.Find("aliases")?.Items ?? [];
        return new ResourceSchema(Token(member), _properties.Inputs(member.Value), _properties.Outputs(member.Value), aliases.Select(FormerType).ToList());
    }

    private static string FormerType(JsonNode alias)
    {
        alias.AllowOnly("type");
        return alias.Require("type").Text;
    }

    private FunctionSchema Function(KeyValuePair<string, JsonNode> member)
    {
        member.Value.AllowOnly("inputs", "outputs");
        return new FunctionSchema(
            Token(member),
            _properties.Members(member.Value.Require("inputs"), "properties", "required"),
            _properties.Members(member.Value.Require("outputs"), "properties", "required"));
    }

    private Token Token(KeyValuePair<string, JsonNode> member) => Model.Token.Parse(member.Key, _moduleFormat, member.Value);

    private IEnumerable<KeyValuePair<string, JsonNode>> Members(string name) =>
        _root.Find(name)?.Members ?? Enumerable.Empty<KeyValuePair<string, JsonNode>>();
}
