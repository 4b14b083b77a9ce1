using Infra.Capacity.Comparison;
using Infra.Capacity.Rendering.Html;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Reviewing;

namespace Infra.Capacity.Rendering;

/// <summary>A simulation as a part of a review.</summary>
/// <param name="run">The simulation.</param>
/// <param name="comparison">The same traffic on what the review compares with; null for nothing.</param>
public sealed class CapacityAddition(SimulatedRun run, RunComparison? comparison) : ReviewAddition
{
    /// <inheritdoc/>
    public override string Name => "capacity";

    /// <inheritdoc/>
    public override string Markdown(bool isBrief) => CapacityMarkdown.Render(run, comparison, isBrief);

    /// <inheritdoc/>
    public override void WriteJson(TextWriter writer) => CapacityJson.Write(run, comparison, writer);

    /// <inheritdoc/>
    internal override IReportSection Section => new CapacitySection(run, comparison);
}
