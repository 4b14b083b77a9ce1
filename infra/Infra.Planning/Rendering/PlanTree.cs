using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <summary>
/// The resources as <c>pulumi preview</c> draws them: a column each for type, name and plan, children beneath their
/// parent, siblings in registration order.
/// </summary>
public static class PlanTree
{
    private const string Gap = "  ";

    public static IEnumerable<TextLine> Render(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);

        var rows = Rows(plan);
        var typeWidth = rows.Select(static r => r.Guide.Length + r.Type.Length).Append("Type".Length).Max();
        var nameWidth = rows.Select(static r => r.Name.Length).Append("Name".Length).Max();

        yield return TextLine.Of(
            MarkOf(" ") + Gap + "Type".PadRight(typeWidth) + Gap + "Name".PadRight(nameWidth) + Gap + "Plan",
            TextRole.Heading);
        foreach (var row in rows)
        {
            yield return TextLine.Of(
                new TextSegment(MarkOf(row.Operation.Mark), row.Operation.Role),
                new TextSegment(Gap),
                new TextSegment(row.Guide, TextRole.Guide),
                new TextSegment(row.Type.PadRight(typeWidth - row.Guide.Length) + Gap + row.Name.PadRight(nameWidth) + Gap),
                new TextSegment(row.Operation.Name, row.Operation.Role));
        }
    }

    private static List<Row> Rows(Plan plan)
    {
        var known = plan.Resources.Select(static r => r.Urn).ToHashSet();
        var children = plan.Resources.ToLookup(r => r.Parent is { } parent && known.Contains(parent) ? parent : null);
        var rows = new List<Row>(plan.Resources.Count);
        foreach (var root in children[null])
        {
            Add(root, guide: "", indent: "");
        }

        return rows;

        void Add(PlannedResource resource, string guide, string indent)
        {
            rows.Add(new Row(guide, TypeLabel.Of(resource.Type), resource.Name, PlanOperation.Of(resource)));
            var own = children[resource.Urn].ToList();
            for (var i = 0; i < own.Count; i++)
            {
                var last = i == own.Count - 1;
                Add(own[i], indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
            }
        }
    }

    private static string MarkOf(string mark) => $" {mark} ";

    private sealed record Row(string Guide, string Type, string Name, PlanOperation Operation);
}
