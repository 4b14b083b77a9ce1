using System.Globalization;
using System.Text;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Planning.Policies.Rendering;

/// <summary>A report as a section of a pull request's comment. Names and messages come from the pull request: they are escaped.</summary>
public static class PolicyMarkdown
{
    // A comment has a limit, and nobody reads more; the report has all.
    private const int Shown = 20;

    /// <summary>The section.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isBrief">Whether only errors are told beside the summary.</param>
    public static string Render(PolicyReport report, bool isBrief = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("### Policy\n\n").Append(MarkdownText.Escape(report.Summary)).Append('\n');
        Section(text, "", [.. report.Open.Where(finding => finding.Rule.Severity == PolicySeverity.Error).Select(Line)]);
        if (isBrief)
        {
            return text.ToString();
        }

        Section(text, "warnings", [.. report.Open.Where(finding => finding.Rule.Severity == PolicySeverity.Warning).Select(Line)]);
        Section(text, "to know", [.. report.Open.Where(finding => finding.Rule.Severity == PolicySeverity.Info).Select(Line)]);
        Section(text, "accepted for now", [.. report.Suppressed.Select(Accepted)]);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string folded, List<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append(folded.Length > 0 ? $"\n<details><summary>{lines.Count} {folded}</summary>\n\n" : "\n");
        foreach (var line in lines.Take(Shown))
        {
            text.Append("* ").Append(line).Append('\n');
        }

        if (lines.Count > Shown)
        {
            text.Append("* and ").Append(Counted.Of(lines.Count - Shown, "more finding")).Append('\n');
        }

        text.Append(folded.Length > 0 ? "\n</details>\n" : "");
    }

    private static string Line(PolicyFinding finding) => $"**{finding.Rule.Id}** {MarkdownText.Escape($"{finding.Resource.Name}: {finding.Message}")}";

    private static string Accepted(PolicyFinding finding) =>
        $"**{finding.Rule.Id}** {MarkdownText.Escape($"{finding.Resource.Name}: {finding.Suppression!.Reason} (until {finding.Suppression.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})")}";
}
