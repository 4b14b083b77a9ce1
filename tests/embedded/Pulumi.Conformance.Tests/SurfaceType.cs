using System.Reflection;

namespace Pulumi.Conformance.Tests;

/// <summary>A type as the document of the surface shows it.</summary>
/// <param name="Lines">The declaration, then one indented line per member, by name: constructors (<c>.ctor</c>) first.</param>
internal sealed record SurfaceType(string Namespace, IReadOnlyList<string> Lines)
{
    public static SurfaceType Of(Type type)
    {
        var types = new TypeDisplay(_ => false);
        var members = new MemberDisplay(types);
        var wire = WireDisplay.Facts(type);
        var token = WireDisplay.Token(type) is { } found ? $"  token {found}" : "";
        var lines = type.IsEnum
            ? members.Members(type)
            : members.Declarations(type)
                .OrderBy(member => member.Member.Name, StringComparer.Ordinal)
                .ThenBy(member => member.Text, StringComparer.Ordinal)
                .Select(member => member.Text + Constraints(member.Member) + Wire(wire, member.Member.Name));
        return new SurfaceType(
            type.Namespace!, [new HeaderDisplay(types, members).Header(type) + ConstraintDisplay.Of(type.GetGenericArguments()) + token, .. lines.Select(line => "    " + line)]);
    }

    private static string Constraints(MemberInfo member) => member is MethodInfo method ? ConstraintDisplay.Of(method.GetGenericArguments()) : "";

    private static string Wire(Dictionary<string, WireFact> facts, string name)
    {
        if (!facts.TryGetValue(name, out var fact))
        {
            return "";
        }

        var differs = fact.Name == char.ToLowerInvariant(name[0]) + name[1..] ? "" : $"  = {fact.Name}";
        return differs + (fact.Required is true ? "  required" : "") + (fact.Json is true ? "  json" : "");
    }
}
