using Infra.Core.Naming;

namespace Infra.Components.Shared;

/// <summary>Names that Pulumi makes for AWS resources which no other system addresses: logical name, hyphen, seven random digits.</summary>
internal static class AutoNames
{
    // Pulumi's Terraform bridge: separator "-" and seven hexadecimal digits, as in "web-role-1a2b3c4".
    private const int Appended = 8;

    /// <summary>The complaint about a component's name if one of its children could get no name in AWS; null if it can.</summary>
    /// <param name="rule">Rule of AWS for the child's name.</param>
    /// <param name="component">Name of the component.</param>
    /// <param name="suffix">What the child's logical name appends to that of the component.</param>
    public static string? Problem(NameRule rule, string component, string suffix)
    {
        var longest = rule.MaxLength - Appended - suffix.Length;
        return component.Length <= longest
            ? null
            : $"the component's name has {component.Length} characters; allowed are at most {longest}, because {rule.Kind} has at most {rule.MaxLength} and this one ends with {suffix} and {Appended} characters from Pulumi";
    }
}
