using Infra.Capacity.Comparison;
using Infra.Capacity.Rendering.Html;
using Infra.Planning.Rendering.Html;

namespace Infra.Capacity.Rendering;

/// <summary>A simulation on a page of its own.</summary>
public static class CapacityPage
{
    private const string Footer = "A simulation of the plan, not a measurement: what it rests on stands in its last part. Costs are list prices of nodes.";

    /// <summary>Writes the page.</summary>
    /// <param name="run">The simulation.</param>
    /// <param name="comparison">What it is compared with; null for nothing.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(SimulatedRun run, RunComparison? comparison, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(run);
        var section = new CapacitySection(run, comparison);
        new HtmlPage($"{run.Platform.Environment} · capacity", run.Platform.Environment, $"{run.Traffic.What}{(comparison is null ? "" : $", compared with {comparison.Base}")}", Footer)
            .Write(output, [(section.Id, section.Title, section.Write)]);
    }
}
