using Infra.Planning.Rendering;
using Infra.Stacks.Explaining;

namespace Infra.Cli;

/// <summary>What <c>explain model</c> found, as text.</summary>
internal static class ExplanationReport
{
    private static readonly string[] Columns = ["WHAT", "VALUE>", "HOW"];

    public static IEnumerable<TextLine> Render(ModelExplanation explanation, string environment)
    {
        yield return TextLine.Of($"{explanation.Model} in {environment}: {explanation.Runtime} on {explanation.Backend}", TextRole.Heading);
        yield return TextLine.Of($"  {explanation.Image}");
        foreach (var section in explanation.Sections)
        {
            yield return TextLine.Empty;
            yield return TextLine.Of(section.Title, TextRole.Heading);
            foreach (var line in TextTable.Render(Columns, [.. section.Lines.Select(Row)]))
            {
                yield return line;
            }
        }
    }

    private static string[] Row(ExplanationLine line) => [line.Name, line.Value, line.How];
}
