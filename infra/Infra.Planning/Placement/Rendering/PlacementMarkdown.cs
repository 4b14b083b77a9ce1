using System.Text;
using Infra.Planning.Rendering;

namespace Infra.Planning.Placement.Rendering;

/// <summary>A placement as a section of a pull request's comment.</summary>
public static class PlacementMarkdown
{
    // What a reader looks at; a comment has a limit.
    private const int Shown = 10;

    /// <summary>The section.</summary>
    /// <param name="report">The placement.</param>
    /// <param name="isBrief">Whether only what doesn't fit is told beside the summary.</param>
    public static string Render(PlacementReport report, bool isBrief = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        var summary = report.Summary["placement: ".Length..];
        var text = new StringBuilder("### Placement\n\n").Append(MarkdownText.Escape($"{char.ToUpperInvariant(summary[0])}{summary[1..]}")).Append(".\n\n");
        foreach (var (title, isFinding, pods) in PlacementText.Groups(report).Where(group => group.Pods.Count > 0 && (group.IsFinding || !isBrief)))
        {
            text.Append(isFinding ? $"**{title}:**\n\n" : $"<details><summary>{title}</summary>\n\n");
            foreach (var one in pods.Take(Shown))
            {
                text.Append("* ").Append(MarkdownText.Escape(isFinding ? $"{one.Message}. To resolve it: {one.Remedy}" : one.Message)).Append(".\n");
            }

            if (pods.Count > Shown)
            {
                text.Append("* ").Append(pods.Count - Shown).Append(" more workloads\n");
            }

            text.Append(isFinding ? "\n" : "\n</details>\n\n");
        }

        if (!isBrief)
        {
            Pools(text, report);
            Quotas(text, report);
        }

        return text.ToString();
    }

    private static void Pools(StringBuilder text, PlacementReport report)
    {
        var pools = PlacementText.Shown(report);
        if (pools.Count == 0)
        {
            return;
        }

        text.Append("<details><summary>Nodes by pool</summary>\n\n| pool | at minimum | at maximum | of at most | accelerators used at maximum | instance types |\n|---|--:|--:|--:|--:|---|\n");
        foreach (var pool in pools)
        {
            var uses = report.Maximum.Devices.Where(use => use.Pool == pool.Name).Select(use => $"{PlacementText.Of(use.Used, use.Total)} {use.Resource}");
            Row(text, pool.Name, $"{report.Minimum.NodesOf(pool.Name)}", $"{report.Maximum.NodesOf(pool.Name)}", PlacementText.Most(pool), string.Join(", ", uses), PlacementText.Nodes(pool));
        }

        text.Append("\n</details>\n\n");
    }

    private static void Quotas(StringBuilder text, PlacementReport report)
    {
        if (report.Quotas.IsEmpty)
        {
            return;
        }

        text.Append("<details><summary>vCPU quotas of AWS</summary>\n\n| quota | code | at minimum | at maximum | if all pools are full |\n|---|---|--:|--:|--:|\n");
        foreach (var quota in report.Quotas)
        {
            Row(text, quota.Name, quota.Code, $"{quota.Minimum}", $"{quota.Maximum}", quota.Limit is { } limit ? $"{limit}" : "-");
        }

        text.Append("\n</details>\n\n");
    }

    private static void Row(StringBuilder text, params IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");
}
