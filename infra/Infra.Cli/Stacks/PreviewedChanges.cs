using Infra.Capture;
using Infra.Cli.Live;
using Infra.Core;
using Infra.Planning.Rendering;

namespace Infra.Cli.Stacks;

/// <summary>What the real engine would do: what somebody reads before he says yes.</summary>
internal static class PreviewedChanges
{
    private const int Most = 60;

    public static IReadOnlyList<TextLine> Render(CapturedPlan preview)
    {
        var steps = preview.Steps.Where(step => step.Operation is not (OperationWord.Same or "read" or "refresh")).ToList();
        if (steps.Count == 0)
        {
            return [TextLine.Of("nothing changes")];
        }
        return
        [
            TextLine.Of($"{Counted.Of(steps.Count, "step")}: {string.Join(", ", steps.CountBy(step => step.Operation).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}"))}", TextRole.Heading),
            .. steps.Take(Most).Select(Line),
            .. steps.Count > Most ? (TextLine[])[TextLine.Of($"and {steps.Count - Most} more; './run diff' shows all", TextRole.Guide)] : [],
        ];
    }

    private static TextLine Line(CapturedStep step)
    {
        var word = OperationWord.Of(step.Operation);
        var reasons = step.ReplaceReasons.Count > 0 ? $"  replaced because of {string.Join(", ", step.ReplaceReasons)}" : step.DiffReasons.Count > 0 ? $"  {string.Join(", ", step.DiffReasons)}" : "";
        return TextLine.Of(new(word.Mark, word.Role), new($" {ProgressLines.Label(step.Urn)}"), new(reasons, TextRole.Guide));
    }
}
