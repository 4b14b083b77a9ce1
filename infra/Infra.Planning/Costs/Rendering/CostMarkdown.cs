using System.Text;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Planning.Costs.Rendering;

/// <summary>An estimate as a section of a pull request's comment.</summary>
public static class CostMarkdown
{
    private const int Shown = 10;

    /// <summary>The section.</summary>
    /// <param name="report">The estimate.</param>
    /// <param name="delta">What it is compared with; null for nothing.</param>
    /// <param name="isBrief">Whether only the totals are told.</param>
    public static string Render(CostReport report, CostDelta? delta = null, bool isBrief = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("### Cost\n\n").Append(delta is null ? Sentence(report) : Sentence(delta)).Append("\n\n");
        if (!isBrief && delta is not { Lines.Count: 0 })
        {
            Table(text, delta is null
                ? [.. report.Lines.Select(line => Row(line.Id, Money.Usd(line.AtMinimum.Usd), Money.Usd(line.AtMaximum.Usd), LineText.How(line)))]
                : [.. delta.Lines.Select(line => Row(line.Id, Money.Change(line.AtMinimum), Money.Change(line.AtMaximum), CostText.Change(line)))]);
        }

        if (!isBrief && report.Unpriced.Count > 0)
        {
            text.Append("<details><summary>").Append(Counted.Of(report.Unpriced.Count, "thing")).Append(report.Unpriced.Count == 1 ? " has" : " have").Append(" no price here</summary>\n\n");
            foreach (var item in report.Unpriced)
            {
                text.Append("* ").Append(MarkdownText.Escape($"{item.Id}: {item.What}: {item.Reason}")).Append('\n');
            }

            text.Append("\n</details>\n\n");
        }

        if (isBrief && report.Unpriced.Count > 0)
        {
            text.Append(Counted.Of(report.Unpriced.Count, "thing")).Append(report.Unpriced.Count == 1 ? " has" : " have").Append(" no price here. ");
        }

        return text.Append("List prices without tax and discounts; what is paid by use isn't in it.\n").ToString();
    }

    private static string Sentence(CostReport report) =>
        $"**{Money.Whole(report.AtMinimum)}** a month at minimum, **{Money.Whole(report.AtMaximum)}** at maximum.";

    private static string Sentence(CostDelta delta) => delta.Lines.Count == 0
        ? $"No line differs: {Money.Whole(delta.After.AtMinimum)} a month at minimum, {Money.Whole(delta.After.AtMaximum)} at maximum."
        : $"**{Money.Change(delta.AtMinimum)}** a month at minimum, **{Money.Change(delta.AtMaximum)}** at maximum: {Money.Whole(delta.After.AtMinimum)} to {Money.Whole(delta.After.AtMaximum)}.";

    private static string Row(string id, string least, string most, string how) =>
        $"| {MarkdownText.Escape(id)} | {MarkdownText.Escape(least)} | {MarkdownText.Escape(most)} | {MarkdownText.Escape(how)} |\n";

    private static void Table(StringBuilder text, IReadOnlyCollection<string> rows)
    {
        const string Head = "| line | at minimum | at maximum | quantity and price |\n|---|--:|--:|---|\n";
        text.Append(Head).AppendJoin("", rows.Take(Shown)).Append('\n');
        if (rows.Count > Shown)
        {
            text.Append("<details><summary>").Append(rows.Count - Shown).Append(" more</summary>\n\n").Append(Head).AppendJoin("", rows.Skip(Shown)).Append("\n</details>\n\n");
        }
    }
}
