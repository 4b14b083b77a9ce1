using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>
/// Reads the AWS list, which has one fact per line, into the declarations these facts stand for; the rules are those of its notes
/// (constructors, nullability of arguments, shape of functions and enums).
/// </summary>
internal static partial class AwsListReader
{
    public static IReadOnlyDictionary<string, ApiType> Read(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var properties = all.Select(line => PropertyLine().Match(line)).Where(match => match.Success)
            .ToLookup(match => match.Groups["type"].Value, match => new AwsProperty(match));
        return all.Select(line => TypeLine().Match(line)).Where(match => match.Success)
            .Select(match => new AwsDeclaration(match, properties))
            .ToDictionary(declaration => declaration.FullName, declaration => declaration.ToApiType(), StringComparer.Ordinal);
    }

    /// <summary>Full names of the members that the package marks as obsolete.</summary>
    public static IReadOnlySet<string> Deprecated(IEnumerable<string> lines) => lines
        .Select(line => PropertyLine().Match(line))
        .Where(match => match.Groups["deprecated"].Success)
        .Select(match => $"{match.Groups["type"].Value}.{match.Groups["name"].Value}")
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<kind>type|func) (?<name>\S+)(?: : (?<base>\S+))?(?: token=(?<token>\S+))?$")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^prop (?<type>\S+)\.(?<name>\w+) : (?<of>.+?)(?<required> required)?(?: name=(?<wire>\S+))?(?: value=(?<value>\S+))?(?<deprecated> deprecated)?$")]
    private static partial Regex PropertyLine();
}
