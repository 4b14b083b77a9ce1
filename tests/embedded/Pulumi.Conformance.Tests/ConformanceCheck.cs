using System.Text.RegularExpressions;

namespace Pulumi.Conformance.Tests;

/// <summary>Compares what reflection finds with what a list says.</summary>
/// <param name="expected">The list, by full name of the type.</param>
/// <param name="subsetOfMembers">
/// Whether a type may ship a part of its data members: provider types grow with use. Constructors, methods and operators are always
/// complete, and so is everything of a core type.
/// </param>
/// <param name="signaturesOnly">Whether constructors and methods may be a part, too: of what nothing here runs, only what is called is there. What a derived class has to override is complete.</param>
internal sealed partial class ConformanceCheck(IReadOnlyDictionary<string, ApiType> expected, bool subsetOfMembers, bool signaturesOnly = false)
{
    private const string Absent = "nothing of that name";

    public IEnumerable<Difference> Check(ApiType found)
    {
        if (!expected.TryGetValue(found.FullName, out var type))
        {
            return [new Difference(found.FullName, found.Header, Absent)];
        }

        return Headers(found, type).Concat(Members(found, type)).Concat(Wire(found, type));
    }

    private static IEnumerable<Difference> Headers(ApiType found, ApiType type)
    {
        if (Normal(found.Header) != Normal(type.Header))
        {
            yield return new Difference(found.FullName, found.Header, $"'{type.Header}'");
        }

        if (type.Token is not null && found.Token != type.Token)
        {
            yield return new Difference(found.FullName, $"type token {found.Token ?? "(none)"}", $"'type token {type.Token}'");
        }
    }

    private IEnumerable<Difference> Members(ApiType found, ApiType type)
    {
        var extra = found.Members.Except(type.Members).Order(StringComparer.Ordinal).ToList();
        var missing = type.Members.Except(found.Members).Order(StringComparer.Ordinal).ToList();
        foreach (var member in extra)
        {
            var counterpart = missing.Find(candidate => NameOf(candidate) == NameOf(member));
            missing.Remove(counterpart ?? "");
            yield return new Difference($"{found.FullName}.{NameOf(member)}", member, counterpart is null ? Absent : $"'{counterpart}'");
        }

        foreach (var member in missing.Where(member => !MayBeMissing(type, member)))
        {
            yield return new Difference($"{found.FullName}.{NameOf(member)}", "nothing", $"'{member}'");
        }
    }

    private bool MayBeMissing(ApiType type, string member) => subsetOfMembers && (signaturesOnly ? !MustBeOverridden(type, member) : !member.Contains('(', StringComparison.Ordinal));

    private static bool MustBeOverridden(ApiType type, string member) =>
        member.StartsWith("abstract ", StringComparison.Ordinal) && type.Members.Any(static other => other.StartsWith("protected ", StringComparison.Ordinal) && Constructor().IsMatch(other));

    private static IEnumerable<Difference> Wire(ApiType found, ApiType type)
    {
        var present = found.Members.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, fact) in type.Wire.Where(fact => present.Contains(fact.Key)).OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            var actual = found.Wire.TryGetValue(name, out var given) ? given.ReducedTo(fact) : null;
            if (actual != fact)
            {
                yield return new Difference($"{found.FullName}.{name}", actual?.ToString() ?? "no wire name", $"'{fact}'");
            }
        }
    }

    /// <summary>Interfaces have no order.</summary>
    private static string Normal(string header)
    {
        var parts = header.Split(" : ", 2);
        return parts.Length == 1 ? header : $"{parts[0]} : {string.Join(", ", parts[1].Split(", ").Order(StringComparer.Ordinal))}";
    }

    private static string NameOf(string member) => Name().Match(member).Groups["name"].Value;

    [GeneratedRegex(@"^protected \w+\(")]
    private static partial Regex Constructor();

    [GeneratedRegex(@"(?<name>this(?=\[)|\w+)(?:<[\w, ]*>)?(?=\(|\[\w+ \w+\] \{| \{|$)")]
    private static partial Regex Name();
}
