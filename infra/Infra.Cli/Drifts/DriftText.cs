using Infra.Capture;
using Infra.Core;
using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Rendering;

namespace Infra.Cli.Drifts;

/// <summary>A drift for people.</summary>
internal static class DriftText
{
    public const string Recorded = "What others did (from what is recorded to what is there)";
    public const string Mended = "What an update makes of it";
    public const string Left = "An update leaves it as it is: the program asks for what is there now.";
    public const string ByProgram = "What the program brings, drift or not";
    public const string ByEngine = "What the engine would change; its document doesn't show why";
    public const string Unnamed = "'pulumi refresh --preview-only' counts, but doesn't say what it found: 'pulumi preview --refresh --json --show-sames' does.";

    public static IEnumerable<TextLine> Render(DriftReport report, bool full)
    {
        yield return TextLine.Of(report.Summary, TextRole.Heading);
        // The diff's own first line counts what is to be done; here it is done.
        var parts = Part(Recorded, report.Drift, full).Where((_, at) => at != 2)
            .Concat(report.Drift.IsEmpty ? [] : report.Mending.IsEmpty ? [TextLine.Empty, TextLine.Of(Left)] : Part(Mended, report.Mending, full))
            .Concat(Both(report)).Concat(Engine(report)).Concat(Part(ByProgram, report.Program, full));
        foreach (var line in report.Unnamed > 0 ? [TextLine.Empty, TextLine.Of(Unnamed)] : parts)
        {
            yield return line;
        }
    }

    /// <summary>A step in one line, such as <c>update kubernetes:core/v1:ConfigMap settings: data.mode</c>.</summary>
    public static string Step(CapturedStep step)
    {
        var paths = step.Changes.Select(static change => change.Path).Concat(step.ReplaceReasons).Concat(step.DiffReasons).Distinct(StringComparer.Ordinal).ToList();
        return $"{step.Operation} {step.Urn.Type} {step.Urn.Name}{(paths.Count == 0 ? "" : $": {string.Join(", ", paths)}")}";
    }

    private static IEnumerable<TextLine> Part(string heading, PlanDiff diff, bool full) =>
        diff.IsEmpty ? [] : [TextLine.Empty, TextLine.Of($"== {heading} ==", TextRole.Heading), .. PlanDiffText.Render(diff, full)];

    private static IEnumerable<TextLine> Both(DriftReport report) => report.AlsoByProgram.IsEmpty ? [] :
    [
        TextLine.Empty,
        TextLine.Of($"The program changes {Counted.Of(report.AlsoByProgram.Length, "resource")} of these too: {string.Join(", ", report.AlsoByProgram.Select(static urn => urn.Name))}", TextRole.Warning),
    ];

    private static IEnumerable<TextLine> Engine(DriftReport report) => report.OnlyEngine.IsEmpty ? [] :
        [TextLine.Empty, TextLine.Of($"== {ByEngine} ==", TextRole.Heading), .. report.OnlyEngine.Select(static step => TextLine.Of("~ " + Step(step), TextRole.Warning))];
}
