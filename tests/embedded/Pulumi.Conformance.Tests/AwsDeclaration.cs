using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>A type or function line of the AWS list with its properties.</summary>
internal sealed class AwsDeclaration(Match line, ILookup<string, AwsProperty> allProperties)
{
    private const string Options = "CustomResourceOptions? options = null";

    public string FullName => line.Groups["name"].Value;

    private string Name => FullName[(FullName.LastIndexOf('.') + 1)..];

    private IEnumerable<AwsProperty> Properties => allProperties[FullName];

    private string? Token => line.Groups["token"].Success ? line.Groups["token"].Value : null;

    public ApiType ToApiType() => line.Groups["kind"].Value == "func" ? Function() : line.Groups["base"].Value switch
    {
        "CustomResource" => Declare($"class {Name} : CustomResource", Resource(), Outputs(), Token),
        "ProviderResource" => Declare($"class {Name} : ProviderResource", Resource(), Outputs(), Token),
        "OutputType" => Declare($"sealed class {Name}", Properties.Select(property => $"readonly {property.Type} {property.Name}"), Outputs()),
        "EnumType" => Declare($"struct {Name} : IEquatable<{FullName}>", Enumeration(), Outputs()),
        var arguments => Declare($"sealed class {Name} : {arguments}", Arguments(), Inputs()),
    };

    private ApiType Declare(string header, IEnumerable<string> members, Dictionary<string, WireFact> wire, string? token = null) =>
        new(FullName, header, members.ToHashSet(StringComparer.Ordinal), token, wire);

    private IEnumerable<string> Resource()
    {
        var optional = !allProperties[FullName + "Args"].Any(property => property.Required);
        yield return $"{Name}(string name, {FullName}Args{(optional ? "? args = null" : " args")}, {Options})";
        foreach (var property in Properties)
        {
            yield return $"{property.Type} {property.Name} {{ get; }}";
        }
    }

    private IEnumerable<string> Arguments() =>
        Properties.Select(property => $"{property.ArgumentType} {property.Name} {{ get; set; }}").Prepend($"{Name}()");

    private IEnumerable<string> Enumeration() =>
    [
        .. Properties.Select(property => $"static {FullName} {property.Name} {{ get; }}"),
        "override bool Equals(object? obj)",
        $"bool Equals({FullName} other)",
        "override int GetHashCode()",
        "override string ToString()",
        $"static bool op_Equality({FullName} left, {FullName} right)",
        $"static bool op_Inequality({FullName} left, {FullName} right)",
        $"static explicit operator string({FullName} value)",
    ];

    private ApiType Function()
    {
        var argument = allProperties[FullName + "Args"].Any(property => property.Required) ? " args" : "? args = null";
        return Declare(
            $"static class {Name}",
            [
                $"static Task<{FullName}Result> InvokeAsync({FullName}Args{argument}, InvokeOptions? options = null)",
                $"static Output<{FullName}Result> Invoke({FullName}InvokeArgs{argument}, InvokeOptions? options = null)",
                $"static Output<{FullName}Result> Invoke({FullName}InvokeArgs args, InvokeOutputOptions options)",
            ],
            []);
    }

    private Dictionary<string, WireFact> Outputs() =>
        Properties.ToDictionary(property => property.Name, property => new WireFact(property.WireName), StringComparer.Ordinal);

    private Dictionary<string, WireFact> Inputs()
    {
        var provider = FullName == "Pulumi.Aws.ProviderArgs";
        return Properties.ToDictionary(
            property => property.Name,
            property => new WireFact(property.WireName, property.Required, provider && property.Type != "Input<string>"),
            StringComparer.Ordinal);
    }
}
