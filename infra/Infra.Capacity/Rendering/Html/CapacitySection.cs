using Infra.Capacity.Comparison;
using Infra.Core;
using Infra.Planning.Rendering.Html;
using Infra.Planning.Reviewing;

namespace Infra.Capacity.Rendering.Html;

/// <summary>A simulation as a part of the page: what was promised, what came of it, and charts over time.</summary>
internal sealed class CapacitySection(SimulatedRun run, RunComparison? comparison) : IReportSection
{
    // Charts of more models nobody compares.
    private const int MostCharts = 20;

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
        WriteCharts(html);
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
            new HtmlTable("Objectives", "Model", "Promised", "Attained>", "") { Row = "objective" }.Write(html, objectives, static (html, one) =>
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
        new HtmlTable("Pools", "Pool", "Instance type", "Nodes, least / mean / most>", "Node hours>", "GPU hours>", "Of them held>", "Cost>") { Row = "pool" }
            .Write(html, run.Pools, static (html, pool) => html.RowHead(pool.Name).Cell(pool.Pool.InstanceType).Number(Figures.Steps(pool.Nodes))
                .Number(Figures.Number(pool.Result.NodeHours)).Number(Figures.Number(pool.Result.GpuHours)).Number(pool.GpuHeld is { } held ? Figures.Percent(held) : Figures.None)
                .Number(pool.Result.Usd is { } usd ? Figures.Usd(usd) : Figures.None));

    private void WriteCharts(HtmlWriter html)
    {
        var (end, models) = (run.Result.EndMicros, run.Models.Where(static model => model.Result.Requests.Arrived > 0).ToList());
        foreach (var model in models.Take(MostCharts))
        {
            html.Element("h3", model.Name);
            using var columns = html.In("div", ("class", "columns"));
            new LineChart("Time to the answer", Figures.Time).Write(
                html,
                [
                    ChartLine.OfSteps("on average", model.Result.Intervals.Select(static one => (one.AtMicros, one.Completed > 0 ? one.MeanMicros : default(double?))), end),
                    ChartLine.OfSteps("longest", model.Result.Intervals.Select(static one => (one.AtMicros, one.Completed > 0 ? one.MaxMicros : default(double?))), end),
                ],
                end);
            new LineChart("Requests in each interval", Figures.Number).Write(
                html,
                [
                    ChartLine.OfSteps("sent", model.Result.Intervals.Select(static one => (one.AtMicros, (double?)one.Arrived)), end),
                    ChartLine.OfSteps("without an answer", model.Result.Intervals.Select(static one => (one.AtMicros, (double?)one.Failed)), end),
                ],
                end);
            new LineChart("Replicas", Figures.Number) { IsWhole = true }.Write(
                html,
                [
                    ChartLine.OfSteps("ready", model.Result.Replicas.Select(static step => (step.AtMicros, (double?)step.Ready)), end),
                    ChartLine.OfSteps("asked for", model.Result.Replicas.Select(static step => (step.AtMicros, (double?)step.Desired)), end),
                ],
                end);
        }

        if (models.Count > MostCharts)
        {
            html.Note($"Charts of {Counted.Of(models.Count - MostCharts, "more model")} are left out.");
        }

        if (!run.Pools.IsEmpty)
        {
            html.Element("h3", "Nodes of each pool");
            using var columns = html.In("div", ("class", "columns"));
            foreach (var pool in run.Pools.Take(MostCharts))
            {
                new LineChart(pool.Name, Figures.Number) { IsWhole = true }.Write(
                    html,
                    [
                        ChartLine.OfSteps("ready", pool.Result.Nodes.Select(static step => (step.AtMicros, (double?)step.Ready)), end),
                        ChartLine.OfSteps("paid for", pool.Result.Nodes.Select(static step => (step.AtMicros, (double?)(step.Ready + step.Launching))), end),
                    ],
                    end);
            }
        }
    }
}
