using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <summary>How many resources of which kind: the stack, components, each provider's resources, the providers.</summary>
/// <param name="Groups">The kinds with their types.</param>
/// <param name="Read">How many of them are only read, not created.</param>
/// <param name="Imported">How many of them exist and are adopted, not created.</param>
public sealed record PlanSummary(ValueList<SummaryGroup> Groups, int Read = 0, int Imported = 0)
{
    public int Total => Groups.Sum(static g => g.Count);

    public static PlanSummary Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);

        var byKind = plan.Resources.ToLookup(static r => r.Kind);
        var packages = byKind[ResourceKind.Custom]
            .GroupBy(static r => r.Type[..Math.Max(0, r.Type.IndexOf(':'))], StringComparer.Ordinal)
            .Select(static g => Group(TypeLabel.OfPackage(g.Key), g.Key, g))
            .OrderBy(static g => g.Label, StringComparer.Ordinal);
        SummaryGroup[] groups =
        [
            Group("Stack", null, byKind[ResourceKind.Stack]),
            Group("Components", null, byKind[ResourceKind.Component]),
            .. packages,
            Group("Providers", null, byKind[ResourceKind.Provider]),
        ];
        return new PlanSummary(
            [.. groups.Where(static g => g.Count > 0)],
            plan.Resources.Count(static r => r.ReadId is not null),
            plan.Resources.Count(static r => r is { ReadId: null, Options.Import: not null }));
    }

    public IEnumerable<TextLine> Render()
    {
        var rows = Groups
            .SelectMany(static g => g.Types
                .Select(static t => (Label: "    " + TypeLabel.Of(t.Type), t.Count, Role: TextRole.Plain))
                .Prepend((g.Label, g.Count, Role: TextRole.Heading)))
            .ToList();
        var width = rows.Select(static r => r.Label.Length).Append(0).Max();
        var digits = Text(Total).Length;

        yield return TextLine.Of("Resources:", TextRole.Heading);
        yield return TextLine.Of(new TextSegment("    "), new($"+ {Text(Total - Read - Imported)} to create", TextRole.Create));
        if (Imported > 0)
        {
            yield return TextLine.Of(new TextSegment("    "), new($"= {Text(Imported)} to import", TextRole.Create));
        }

        if (Read > 0)
        {
            yield return TextLine.Of(new TextSegment("    "), new($"> {Text(Read)} to read", TextRole.Read));
        }

        foreach (var (label, count, role) in rows)
        {
            if (role == TextRole.Heading)
            {
                yield return TextLine.Empty;
            }

            yield return TextLine.Of(new TextSegment("    "), new(label.PadRight(width), role), new("  " + Text(count).PadLeft(digits)));
        }
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static SummaryGroup Group(string label, string? package, IEnumerable<PlannedResource> resources) =>
        new(label, package, [.. resources
            .CountBy(static r => r.Type, StringComparer.Ordinal)
            .OrderBy(static t => t.Key, StringComparer.Ordinal)
            .Select(static t => new TypeCount(t.Key, t.Value))]);
}
