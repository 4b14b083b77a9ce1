using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

/// <summary>The type of a property, as the schema says it; what it is in C# depends on the side it is used on.</summary>
internal abstract record TypeReference
{
    /// <summary>string, bool, int, double, object or a type of the Pulumi package.</summary>
    public sealed record Simple(string Name) : TypeReference;

    public sealed record Array(TypeReference Item) : TypeReference;

    public sealed record Map(TypeReference Value) : TypeReference;

    public sealed record Union(IReadOnlyList<TypeReference> Members) : TypeReference;

    public sealed record Object(string Token) : TypeReference;

    public sealed record Enumeration(string Token) : TypeReference;
}
