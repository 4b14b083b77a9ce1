namespace Infra.Planning.Diffing.Rendering;

/// <summary>In which order a diff in Markdown becomes shorter until it fits: what matters least goes first. <c>docs/diff.md</c> has the order for people.</summary>
internal static class MarkdownSteps
{
    private static readonly SectionKind[] _aside = [SectionKind.AskedFor, SectionKind.Settings, SectionKind.Outputs, SectionKind.Read, SectionKind.Rename];
    private static readonly SectionKind[] _new = [SectionKind.Create, SectionKind.Import];

    private static readonly (SectionKind[] Sections, MarkdownDetail Detail)[] _steps =
    [
        (_aside, MarkdownDetail.Counts),
        (_new, MarkdownDetail.Counts),
        ([SectionKind.Update], MarkdownDetail.Titles),
        ([SectionKind.Update], MarkdownDetail.Few),
        ([SectionKind.Delete], MarkdownDetail.Few),
        ([SectionKind.UpdateOrReplace], MarkdownDetail.Titles),
        ([SectionKind.Replace], MarkdownDetail.Titles),
        ([SectionKind.UpdateOrReplace], MarkdownDetail.Few),
        ([SectionKind.Replace], MarkdownDetail.Few),
    ];

    public static int Count => _steps.Length;

    /// <summary>How much of a section is left after so many steps.</summary>
    public static MarkdownDetail Of(SectionKind section, int steps) =>
        _steps.Take(steps).Where(step => step.Sections.Contains(section)).Select(static step => step.Detail).Append(MarkdownDetail.Values).Max();
}
