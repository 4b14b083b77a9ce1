using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Upgrades;

/// <summary>An upgrade for people.</summary>
public static class UpgradeText
{
    private const int MostNames = 8;

    public static IEnumerable<TextLine> Render(UpgradeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return TextLine.Of(report.Summary, TextRole.Heading);
        foreach (var line in report.Hops.SelectMany((hop, at) => Hop(hop, at + 1)))
        {
            yield return line;
        }
    }

    private static IEnumerable<TextLine> Hop(UpgradeHop hop, int number)
    {
        yield return TextLine.Empty;
        yield return TextLine.Of($"== update {number}{(hop.From == hop.To ? "" : $": Kubernetes {hop.From} to {hop.To}")}: {(hop.Steps.Count == 0 ? "no plan" : hop.Diff.Summary)} ==", TextRole.Heading);
        foreach (var line in hop.Blockers.Select(static blocker => TextLine.Of($"first: {blocker}", TextRole.Error))
            .Concat(hop.Facts.Select(static fact => TextLine.Of($"  {fact}", TextRole.Guide)))
            .Concat(hop.Steps.SelectMany((step, at) => Step(step, $"{number}.{at + 1}"))))
        {
            yield return line;
        }
    }

    private static IEnumerable<TextLine> Step(UpgradeStep step, string number)
    {
        yield return TextLine.Of($"{number} {step.Title}");
        foreach (var line in step.Facts.Select(static fact => TextLine.Of($"      {fact}"))
            .Concat(step.Warnings.Select(static warning => TextLine.Of($"      ! {warning}", TextRole.Warning)))
            .Concat(Changes(step)))
        {
            yield return line;
        }
    }

    private static IEnumerable<TextLine> Changes(UpgradeStep step) =>
        step.Changes.GroupBy(static change => change.Kind).OrderBy(static group => group.Key).Select(static group => TextLine.Of(
            $"      {Words(group.Key)} {Names([.. group])}", group.Key is ChangeKind.Replace or ChangeKind.UpdateOrReplace or ChangeKind.Delete ? TextRole.Warning : TextRole.Guide));

    private static string Words(ChangeKind kind) => kind switch
    {
        ChangeKind.Replace => "replaces:",
        ChangeKind.UpdateOrReplace => "updates or replaces:",
        ChangeKind.Delete => "deletes:",
        ChangeKind.Create or ChangeKind.Import => "creates:",
        _ => "changes:",
    };

    private static string Names(IReadOnlyCollection<ResourceChange> changes) =>
        string.Join(", ", changes.Take(MostNames).Select(static change => $"{TypeLabel.Of(change.Resource.Type)} {change.Resource.Name}"))
        + (changes.Count > MostNames ? $" and {Counted.Of(changes.Count - MostNames, "other")}" : "");
}
