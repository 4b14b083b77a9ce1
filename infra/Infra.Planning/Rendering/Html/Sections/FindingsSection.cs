using System.Globalization;
using Infra.Core;
using Infra.Planning.Policies;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>What the rules found, the worst first; below it what was accepted, and what only an update will tell.</summary>
internal sealed class FindingsSection : IReportSection
{
    public string Id => "findings";

    public string Title => "Policy findings";

    public void Write(HtmlWriter html, PlanReview review)
    {
        var policy = review.Policy;
        html.Summary(policy.Summary, $" Judged as of {Day(policy.On)}; a check fails from '{policy.Gate.Name()}' on.");
        WriteOpen(html, [.. policy.Open]);
        WriteSuppressed(html, [.. policy.Suppressed]);
        WriteNotKnown(html, policy);
    }

    private static void WriteOpen(HtmlWriter html, List<PolicyFinding> open)
    {
        if (open.Count == 0)
        {
            return;
        }

        new HtmlTable("What has to be mended", "Severity", "Rule", "Resource", "What is wrong, and what to do") { HidesCaption = true, Row = "finding" }.Write(html, open, static (html, finding) =>
        {
            using (html.In("td"))
            {
                html.Tag(finding.Rule.Severity.Name(), ColourOf(finding.Rule.Severity));
            }

            html.Element("th", finding.Rule.Id, ("scope", "row"), ("title", finding.Rule.Title));
            html.Cell(finding.Resource.Name);
            using var cell = html.In("td");
            if (finding.Path is { } path)
            {
                html.Element("code", path).Text(": ");
            }

            html.Text(finding.Message);
        });
    }

    private static void WriteSuppressed(HtmlWriter html, List<PolicyFinding> suppressed)
    {
        if (suppressed.Count == 0)
        {
            return;
        }

        using var fold = html.Fold($"{Counted.Of(suppressed.Count, "finding")} suppressed");
        new HtmlTable("What was accepted for a time", "Rule", "Resource", "Finding", "Reason", "Until") { HidesCaption = true, Row = "finding" }.Write(html, suppressed, static (html, finding) =>
            html.RowHead(finding.Rule.Id).Cell(finding.Resource.Name).Cell(finding.Message).Cell(finding.Suppression!.Reason).Cell(Day(finding.Suppression.Until)));
    }

    private static void WriteNotKnown(HtmlWriter html, PolicyReport policy)
    {
        if (policy.NotKnown.IsEmpty)
        {
            return;
        }

        using var fold = html.Fold($"{Counted.Of(policy.NotKnown.Length, "question")} that only an update answers");
        new HtmlTable("What can't be judged before an update", "Rule", "Resource", "Value") { HidesCaption = true, Row = "value" }.Write(html, policy.NotKnown, static (html, unknown) =>
            html.RowHead(unknown.Rule.Id).Cell(unknown.Resource.Name).Cell(unknown.Path ?? "", "mono"));
    }

    private static string ColourOf(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Error => "bad",
        PolicySeverity.Warning => "warn",
        _ => "quiet",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
