using System.Text;
using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Rendering;

namespace Infra.Cli.Drifts;

/// <summary>A drift for an issue or the summary of a workflow; never longer than a comment may be.</summary>
internal static class DriftMarkdown
{
    private const int MostSteps = 50;
    private const int Parts = 3;
    private const int Room = PlanDiffMarkdown.CommentLimit / (Parts + 1);

    public static string Render(DriftReport report, bool full)
    {
        var text = new StringBuilder($"## Drift of {MarkdownText.Escape(report.Summary)}\n");
        if (report.Unnamed > 0)
        {
            return text.Append($"\n{DriftText.Unnamed}\n").ToString();
        }

        Part(text, DriftText.Recorded, report.Drift, full);
        if (!report.Drift.IsEmpty && report.Mending.IsEmpty)
        {
            text.Append($"\n{DriftText.Left}\n");
        }
        Part(text, DriftText.Mended, report.Mending, full);
        if (!report.OnlyEngine.IsEmpty)
        {
            text.Append($"\n## {DriftText.ByEngine}\n\n{string.Concat(report.OnlyEngine.Take(MostSteps).Select(static step => $"- {MarkdownText.Escape(DriftText.Step(step))}\n"))}");
        }
        Part(text, DriftText.ByProgram, report.Program, full);
        return text.ToString();
    }

    private static void Part(StringBuilder text, string heading, PlanDiff diff, bool full)
    {
        if (!diff.IsEmpty)
        {
            text.Append($"\n## {heading}\n\n{PlanDiffMarkdown.Render(diff, full, Room)}");
        }
    }
}
