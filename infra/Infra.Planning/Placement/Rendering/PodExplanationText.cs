using System.Collections.Immutable;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Planning.Placement.Rendering;

/// <summary>Why pods land where they do, as text.</summary>
public static class PodExplanationText
{
    /// <summary>The lines.</summary>
    public static IEnumerable<TextLine> Render(ImmutableArray<PodExplanation> explanations) =>
        explanations.SelectMany((explanation, i) => (i == 0 ? [] : new[] { TextLine.Empty }).Concat(Render(explanation)));

    private static IEnumerable<TextLine> Render(PodExplanation pods)
    {
        var count = pods.Workload.IsPerNode ? "one on each node that takes it" : pods.Least == pods.Most ? Counted.Of(pods.Most, "pod") : $"{pods.Least} to {Counted.Of(pods.Most, "pod")}";
        yield return TextLine.Of($"{pods.Workload}: {count}", TextRole.Heading);
        yield return TextLine.Of($"  asks for {(pods.Requests.IsEmpty ? "nothing" : string.Join(", ", pods.Requests))}{(pods.Priority == 0 ? "" : $"; priority {pods.Priority}")}");
        yield return TextLine.Of($"  at minimum on {Nodes(pods.AtMinimum)}");
        yield return TextLine.Of($"  at maximum on {Nodes(pods.AtMaximum)}");
        if (pods.Unplaced is { } unplaced)
        {
            yield return TextLine.Of($"  {unplaced.Message}", unplaced.MayWait ? TextRole.Plain : TextRole.Error);
        }

        yield return TextLine.Empty;
        foreach (var line in TextTable.Render(
            ["  Pool", "Zones", "An empty node"],
            [.. pods.Verdicts.Select(verdict => (string[])[$"  {verdict.Pool}", string.Join(", ", verdict.Zones), verdict.Filter is null ? "takes it" : $"{verdict.Filter}: {verdict.Reason}"])]))
        {
            yield return line;
        }
    }

    private static string Nodes(ImmutableArray<string> nodes) => nodes.IsEmpty
        ? "no node"
        : string.Join(", ", nodes.CountBy(node => node, StringComparer.Ordinal).Select(node => node.Value == 1 ? node.Key : $"{node.Key} ({node.Value})"));
}
