using Infra.Capacity.Comparison;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Reviewing;

namespace Infra.Capacity.Rendering.Html;

/// <summary>A simulation as a part of the page: what was promised, what came of it, and charts over time.</summary>
internal sealed class CapacitySection(SimulatedRun run, RunComparison? comparison) : IReportSection
{
    public string Id => "capacity";

    public string Title => "Capacity";

    public void Write(HtmlWriter html, PlanReview review) => Write(html);

    public void Write(HtmlWriter html)
    {
        html.Summary(run.Summary, $" A simulation of {Figures.Long(run.Result.EndMicros)} of {run.Traffic.What} with seed {run.Result.Seed}; ~ rests on an estimate of what a replica does.");
        if (comparison is not null)
        {
            html.Note(comparison.Summary + ".");
            WriteComparison(html, comparison);
        }

        WriteModels(html);
        WriteObjectives(html);
        WriteFailures(html);
        WritePools(html);
        new CapacityCharts(run).Write(html);
        using var fold = html.Fold($"What this rests on ({run.Assumptions.Length})");
        using var list = html.In("ul");
        foreach (var assumption in run.Assumptions)
        {
            html.Element("li", assumption);
        }
    }

    private static void WriteComparison(HtmlWriter html, RunComparison comparison) =>
        new HtmlTable($"Compared with {comparison.Base}", "What", "Before>", "After>", "Change>") { Row = "figure" }
            .Write(html, ComparisonRows.Of(comparison), static (html, row) => html.RowHead(row[0]).Number(row[1]).Number(row[2]).Number(row[3]));

    private void WriteModels(HtmlWriter html) =>
        new HtmlTable("Models", "Model", "Requests>", "p50>", "p95>", "p99>", "First token p95>", "Answered>", "Replicas, least / mean / most>", "Cold starts>", "GPU busy>") { Row = "model" }
            .Write(html, run.Models, static (html, model) => html.RowHead(model.Name).Number(Figures.Whole(model.Result.Requests.Arrived))
                .Number(ModelCells.Latency(model, 50)).Number(ModelCells.Latency(model, 95)).Number(ModelCells.Latency(model, 99)).Number(ModelCells.FirstToken(model))
                .Number(ModelCells.Answered(model)).Number(Figures.Steps(model.Replicas)).Number(Figures.Whole(model.ColdStarts)).Number(model.GpuBusy is { } busy ? Figures.Percent(busy) : Figures.None));

    private void WriteObjectives(HtmlWriter html)
    {
        var objectives = run.Models.SelectMany(model => model.Objectives, (model, objective) => (model.Name, Objective: objective)).ToList();
        if (objectives.Count > 0)
        {
            new HtmlTable("Objectives", "Model", "Promised", "Attained>", "Kept") { Row = "objective" }.Write(html, objectives, static (html, one) =>
            {
                html.RowHead(one.Name).Cell(Figures.Promise(one.Objective)).Number(Figures.Percent(one.Objective.Share));
                using var cell = html.In("td");
                html.Tag(one.Objective.IsMet ? "met" : "missed", one.Objective.IsMet ? "good" : "bad");
            });
        }
    }

    private void WriteFailures(HtmlWriter html)
    {
        var failures = run.Models
            .SelectMany(static model => ModelCells.Kinds.Zip(ModelCells.Failures(model), (kind, count) => (model.Name, kind.Words, Count: count, model.Result.Requests.Arrived)))
            .Where(static one => one.Count > 0).ToList();
        if (failures.Count > 0)
        {
            new HtmlTable("Requests without an answer", "Model", "Why", "Requests>", "Of all>") { Row = "reason" }.Write(html, failures, static (html, one) =>
                html.RowHead(one.Name).Cell(one.Words).Number(Figures.Whole(one.Count)).Number(Figures.Share(one.Count, one.Arrived)));
        }
    }

    private void WritePools(HtmlWriter html) =>
        new HtmlTable("Pools", "Pool", "Instance type", "Nodes, least / mean / most>", "Node hours>", "GPU hours>", "Of them held>", "At work>", "Cost>") { Row = "pool" }
            .Write(html, run.Pools, static (html, pool) => html.RowHead(pool.Name).Cell(pool.Pool.InstanceType).Number(Figures.Steps(pool.Nodes))
                .Number(Figures.Number(pool.Result.NodeHours)).Number(Figures.Number(pool.Result.GpuHours)).Number(pool.GpuHeld is { } held ? Figures.Percent(held) : Figures.None)
                .Number(pool.GpuBusy is { } busy ? Figures.Percent(busy) : Figures.None)
                .Number(pool.Result.Usd is { } usd ? Figures.Usd(usd) : Figures.None));
}
