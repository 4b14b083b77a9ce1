using System.Globalization;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Planning.Policies.Rendering;

/// <summary>A report as text: open findings, worst first, then what is accepted, then the sum.</summary>
public static class PolicyText
{
    /// <summary>The lines.</summary>
    public static IEnumerable<TextLine> Render(PolicyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return TextLine.Of($"{report.Name}: {Counted.Of(report.Rules, "rule")} over {Counted.Of(report.Resources, "resource")}", TextRole.Heading);
        foreach (var rule in report.Open.GroupBy(finding => finding.Rule))
        {
            yield return TextLine.Empty;
            yield return TextLine.Of(new TextSegment($"{rule.Key.Severity.Name()}: ", RoleOf(rule.Key.Severity)), new($"{rule.Key.Id} {rule.Key.Title}"));
            foreach (var finding in rule)
            {
                yield return TextLine.Of($"  {Place(finding)}: {finding.Message}");
            }

            yield return TextLine.Of($"    {rule.Key.Page}", TextRole.Guide);
        }

        foreach (var line in Suppressed(report))
        {
            yield return line;
        }

        yield return TextLine.Empty;
        yield return TextLine.Of(report.Summary, report.Passes ? TextRole.Plain : TextRole.Error);
    }

    private static IEnumerable<TextLine> Suppressed(PolicyReport report)
    {
        var accepted = report.Suppressed.ToList();
        if (accepted.Count == 0)
        {
            yield break;
        }

        yield return TextLine.Empty;
        yield return TextLine.Of("Accepted for now:", TextRole.Heading);
        foreach (var finding in accepted)
        {
            var until = finding.Suppression!.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return TextLine.Of($"  {finding.Rule.Id} {Place(finding)}: {finding.Suppression.Reason} (until {until}; {finding.Suppression.Place})");
        }
    }

    private static string Place(PolicyFinding finding) =>
        $"{(finding.Resource.Location is { } location ? $"{location}: " : "")}{finding.Resource.Name}{(finding.Path is { Length: > 0 } path ? $", {path}" : "")}";

    private static TextRole RoleOf(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Error => TextRole.Error,
        PolicySeverity.Warning => TextRole.Warning,
        _ => TextRole.Guide,
    };
}
