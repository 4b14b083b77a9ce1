using System.Linq;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>What a property's type is called on each side of the API.</summary>
internal sealed class TypeNames
{
    public const string Immutable = "global::System.Collections.Immutable.";
    private const string Collections = "global::System.Collections.Generic.";

    private readonly PackageSchema _schema;

    public TypeNames(PackageSchema schema) => _schema = schema;

    /// <summary>An argument that may be an output of another resource.</summary>
    public string Input(TypeReference type, string nestedSuffix) => type switch
    {
        TypeReference.Array array => $"global::Pulumi.InputList<{Element(array.Item, nestedSuffix)}>",
        TypeReference.Map map => $"global::Pulumi.InputMap<{Element(map.Value, nestedSuffix)}>",
        TypeReference.Union { Members.Count: > 2 } => "object",
        TypeReference.Union union => $"global::Pulumi.InputUnion<{string.Join(", ", union.Members.Select(member => Element(member, nestedSuffix)))}>",
        _ => $"global::Pulumi.Input<{Element(type, nestedSuffix)}>",
    };

    /// <summary>An argument of a function called with plain values.</summary>
    public string Plain(TypeReference type) => type switch
    {
        TypeReference.Array array => $"{Collections}List<{Plain(array.Item)}>",
        TypeReference.Map map => $"{Collections}Dictionary<string, {Plain(map.Value)}>",
        _ => Element(type, "Args"),
    };

    /// <summary>A value that comes back from a resource ("") or a function ("Result").</summary>
    public string Output(TypeReference type, string nestedSuffix) => type switch
    {
        TypeReference.Array array => $"{Immutable}ImmutableArray<{Output(array.Item, nestedSuffix)}>",
        TypeReference.Map map => $"{Immutable}ImmutableDictionary<string, {Output(map.Value, nestedSuffix)}>",
        TypeReference.Object reference => Nested(_schema.Naming.Outputs(_schema.Objects[reference.Token].Token), reference.Token, nestedSuffix),
        TypeReference.Union { Members.Count: > 2 } => "object",
        // An enum that also takes any string comes back as the string.
        TypeReference.Union union when union.Members.Any(member => member is TypeReference.Enumeration) => "string",
        TypeReference.Union union => $"global::Pulumi.Union<{string.Join(", ", union.Members.Select(member => Output(member, nestedSuffix)))}>",
        _ => Element(type, nestedSuffix),
    };

    private string Element(TypeReference type, string nestedSuffix) => type switch
    {
        TypeReference.Simple simple => simple.Name,
        TypeReference.Array array => $"{Immutable}ImmutableArray<{Element(array.Item, nestedSuffix)}>",
        TypeReference.Map map => $"{Immutable}ImmutableDictionary<string, {Element(map.Value, nestedSuffix)}>",
        TypeReference.Object reference => Nested(_schema.Naming.Inputs(_schema.Objects[reference.Token].Token), reference.Token, nestedSuffix),
        TypeReference.Enumeration enumeration => Enumeration(_schema.Enums[enumeration.Token].Token),
        TypeReference.Union { Members.Count: > 2 } => "object",
        TypeReference.Union union => $"global::Pulumi.Union<{string.Join(", ", union.Members.Select(member => Element(member, nestedSuffix)))}>",
        _ => throw new System.InvalidOperationException($"{type} has no name."),
    };

    private string Enumeration(Token token) => $"global::{_schema.Naming.Declarations(token)}.{token.Name}";

    private string Nested(string space, string token, string suffix) => $"global::{space}.{_schema.Objects[token].Token.Name}{suffix}";
}
