using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <summary>The whole text of a preview: tree, outputs, summary, diagnostics, with an empty line between them.</summary>
public static class PlanReport
{
    /// <param name="withDetails">Also the details of the diagnostics.</param>
    public static IEnumerable<TextLine> Render(Plan plan, IReadOnlyCollection<PlanDiagnostic> diagnostics, bool withDetails = false)
    {
        ArgumentNullException.ThrowIfNull(plan);

        TextLine[][] sections =
        [
            [.. PlanTree.Render(plan)],
            [.. PlanOutputs.Render(plan)],
            [.. PlanSummary.Of(plan).Render()],
            [.. DiagnosticList.Render(diagnostics, withDetails)],
        ];
        return sections
            .Where(static s => s.Length > 0)
            .SelectMany(static (section, i) => i == 0 ? section : section.Prepend(TextLine.Empty));
    }
}
