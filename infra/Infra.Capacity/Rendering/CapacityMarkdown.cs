using System.Text;
using Infra.Planning.Rendering;

namespace Infra.Capacity.Rendering;

/// <summary>A simulation as a section of a pull request's comment.</summary>
public static class CapacityMarkdown
{
    private const int Shown = 20;

    /// <summary>The section.</summary>
    /// <param name="run">The simulation.</param>
    /// <param name="comparison">The same traffic on what it is compared with; null for nothing.</param>
    /// <param name="isBrief">Whether only the totals are told.</param>
    public static string Render(SimulatedRun run, Comparison.RunComparison? comparison = null, bool isBrief = false)
    {
        ArgumentNullException.ThrowIfNull(run);
        var text = new StringBuilder("### Capacity\n\n").Append(Line($"{Figures.Long(run.Result.EndMicros)} of {run.Traffic.What}, simulated: {Words(run)}."));
        if (comparison is not null)
        {
            text.Append('\n').Append(Line(comparison.Summary));
        }

        if (isBrief)
        {
            return text.ToString();
        }

        if (comparison is not null)
        {
            Table(text, Comparison.ComparisonRows.Columns, Comparison.ComparisonRows.Of(comparison));
        }
        else
        {
            Table(
                text,
                ["model", "requests>", "p50>", "p95>", "p99>", "answered>", "objectives>", "replicas>"],
                [.. run.Models.Select(model => (string[])
                [
                    model.Name, Figures.Whole(model.Result.Requests.Arrived), ModelCells.Latency(model, 50), ModelCells.Latency(model, 95), ModelCells.Latency(model, 99), ModelCells.Answered(model),
                    model.Objectives.IsEmpty ? Figures.None : $"{model.Objectives.Count(objective => objective.IsMet)} of {model.Objectives.Length} met", Figures.Steps(model.Replicas),
                ])]);
        }

        text.Append("\n<details><summary>What this rests on</summary>\n\n");
        foreach (var assumption in run.Assumptions)
        {
            text.Append("* ").Append(Line(assumption));
        }

        return text.Append("\n</details>\n").ToString();
    }

    private static string Words(SimulatedRun run) => run.Summary[(run.Summary.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    private static string Line(string text) => $"{MarkdownText.Escape(text)}\n";

    private static void Table(StringBuilder text, string[] columns, List<string[]> rows)
    {
        text.Append("\n| ").AppendJoin(" | ", columns.Select(column => column.TrimEnd('>'))).Append(" |\n|").AppendJoin("|", columns.Select(column => column.EndsWith('>') ? "--:" : "---")).Append("|\n");
        foreach (var row in rows.Take(Shown))
        {
            text.Append("| ").AppendJoin(" | ", row.Select(MarkdownText.Escape)).Append(" |\n");
        }

        if (rows.Count > Shown)
        {
            text.Append('\n').Append(Line($"and {rows.Count - Shown} more"));
        }
    }
}
