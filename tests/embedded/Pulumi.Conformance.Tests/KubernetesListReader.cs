using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>
/// The Kubernetes list was made by reflection and knows no wire names; its notes give the rule (first letter lowered), the
/// exceptions to it and the type tokens.
/// </summary>
internal static partial class KubernetesListReader
{
    public static IReadOnlyDictionary<string, ApiType> Read(IEnumerable<string> list, string notes)
    {
        var renamed = RenamedProperty().Matches(notes)
            .ToDictionary(match => match.Groups["type"].Value + "." + match.Groups["name"].Value, match => match.Groups["wire"].Value, StringComparer.Ordinal);
        var tokens = TokenRow().Matches(notes)
            .ToDictionary(match => match.Groups["type"].Value, match => match.Groups["token"].Value, StringComparer.Ordinal);
        tokens["Pulumi.Kubernetes.Provider"] = "pulumi:providers:kubernetes";
        return ReflectedListReader.Read(list).ToDictionary(
            entry => entry.Key,
            entry => entry.Value with { Token = tokens.GetValueOrDefault(entry.Key), Wire = Wire(entry.Value, renamed) },
            StringComparer.Ordinal);
    }

    private static Dictionary<string, WireFact> Wire(ApiType type, Dictionary<string, string> renamed)
    {
        var simpleName = type.FullName[(type.FullName.LastIndexOf('.') + 1)..];
        var inNotes = string.Join('.', type.FullName.Split('.').TakeLast(3));
        var isArguments = simpleName.EndsWith("Args", StringComparison.Ordinal);
        var isEnum = type.Header.StartsWith("struct", StringComparison.Ordinal);
        var facts = new Dictionary<string, WireFact>(StringComparer.Ordinal);
        foreach (var match in type.Members.Select(member => DataMember().Match(member)).Where(match => match.Success && match.Groups["static"].Success == isEnum))
        {
            var (name, of) = (match.Groups["name"].Value, match.Groups["type"].Value);
            var wire = renamed.GetValueOrDefault($"{(isArguments ? inNotes : inNotes + "Args")}.{name}")
                ?? renamed.GetValueOrDefault($"{inNotes}.{name}")
                ?? char.ToLowerInvariant(name[0]) + name[1..];
            var isCollection = of.StartsWith("InputList<", StringComparison.Ordinal) || of.StartsWith("InputMap<", StringComparison.Ordinal);
            // Those that are never null may be required or not; ApiVersion and Kind of a custom resource can't be unset.
            bool? required = !isArguments || isCollection || !match.Groups["set"].Success ? null : !of.EndsWith('?');
            bool? json = type.FullName == "Pulumi.Kubernetes.ProviderArgs" ? of != "Input<string>?" : null;
            facts.Add(name, isEnum ? new WireFact(name) : new WireFact(wire, required, json));
        }

        return facts;
    }

    [GeneratedRegex(@"`(?<type>[\w.]+)\.(?<name>\w+)` = `(?<wire>[^`]+)`")]
    private static partial Regex RenamedProperty();

    [GeneratedRegex(@"^\| (?<type>Pulumi\.\S+) \| `(?<token>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TokenRow();

    [GeneratedRegex(@"^(?:readonly |(?<static>static ))?(?<type>[^()]+?) (?<name>\w+)(?: \{ get; (?<set>set; )?\})?$")]
    private static partial Regex DataMember();
}
