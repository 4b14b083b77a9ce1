using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>A property line of the AWS list.</summary>
internal sealed class AwsProperty(Match line)
{
    private static readonly string[] Collections = ["InputList<", "InputMap<", "List<", "Dictionary<"];

    public string Name => line.Groups["name"].Value;

    public string Type => line.Groups["of"].Value;

    public bool Required => line.Groups["required"].Success;

    /// <summary>The list leaves the question mark of an optional argument out; collections have none, they are created on access.</summary>
    public string ArgumentType =>
        Required || Array.Exists(Collections, prefix => Type.StartsWith(prefix, StringComparison.Ordinal)) ? Type : Type + "?";

    public string WireName => line.Groups[line.Groups["wire"].Success ? "wire" : "value"].Value;
}
