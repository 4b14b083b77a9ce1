namespace Infra.Core.Configuration;

/// <summary>The text of an enum member in the configuration, where it is not the member's name in camelCase.</summary>
/// <param name="name">The text exactly as written in the file.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The text exactly as written in the file.</summary>
    public string Name { get; } = name;
}
