namespace Infra.Engine.Yaml;

/// <summary>Properties in the order of the file; those that a merge key brought follow.</summary>
internal sealed record YamlMapping(YamlMark Mark, IReadOnlyList<YamlProperty> Properties) : YamlNode(Mark)
{
    /// <summary>Pulumi takes an object of this form for an encrypted value, at any depth.</summary>
    public bool IsSecure => Properties is [{ Key: "secure", Value: YamlScalar { Kind: ScalarKind.String } }];
}
