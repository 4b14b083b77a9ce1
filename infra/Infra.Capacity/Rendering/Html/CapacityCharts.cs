using Infra.Capacity.Simulation;
using Infra.Core;
using Infra.Planning.Rendering.Html;

namespace Infra.Capacity.Rendering.Html;

/// <summary>A simulation over time: of each model that was asked its latency, requests, replicas and accelerators; of each pool its nodes and accelerators.</summary>
internal sealed class CapacityCharts(SimulatedRun run)
{
    // Charts of more models nobody compares.
    private const int Most = 20;

    private readonly long _end = run.Result.EndMicros;

    public void Write(HtmlWriter html)
    {
        var models = run.Models.Where(static model => model.Result.Requests.Arrived > 0).ToList();
        foreach (var model in models.Take(Most))
        {
            html.Element("h3", model.Name);
            using var columns = html.In("div", ("class", "columns"));
            WriteModel(html, model.Result);
        }

        if (models.Count > Most)
        {
            html.Note($"Charts of {Counted.Of(models.Count - Most, "more model")} are left out.");
        }

        foreach (var pool in run.Pools.Take(Most))
        {
            html.Element("h3", $"Pool {pool.Name}");
            using var columns = html.In("div", ("class", "columns"));
            WritePool(html, pool.Result);
        }
    }

    private void WriteModel(HtmlWriter html, ModelResult result)
    {
        var intervals = result.Intervals;
        new LineChart("Time to the answer", Figures.Time).Write(html, [Times("p50", static one => one.Latency?.P50Micros), Times("p95", static one => one.Latency?.P95Micros), Times("p99", static one => one.Latency?.P99Micros)], _end);
        new LineChart("Time to the first token", Figures.Time).Write(html, [Times("p95", static one => one.FirstTokenP95Micros)], _end);
        new LineChart($"Requests per {Figures.Long(intervals.Length > 1 ? intervals[1].AtMicros : _end)}", Figures.Number).Write(html, [Times("sent", static one => one.Arrived), Times("without an answer", static one => one.Failed)], _end);
        new LineChart("Replicas", Figures.Number) { IsWhole = true }.Write(
            html,
            [
                ChartLine.OfSteps("ready", result.Replicas.Select(static step => (step.AtMicros, (double?)step.Ready)), _end),
                ChartLine.OfSteps("asked for", result.Replicas.Select(static step => (step.AtMicros, (double?)step.Desired)), _end),
            ],
            _end);
        new LineChart("Work of its accelerators, of the time held", Figures.Percent) { Top = 1 }.Write(html, [ChartLine.OfShares("at work", intervals.Select(static one => (one.AtMicros, one.GpuSecondsBusy, one.GpuSecondsHeld)), _end)], _end);

        ChartLine Times(string name, Func<TrafficInterval, double?> value) => ChartLine.OfSteps(name, intervals.Select(one => (one.AtMicros, value(one))), _end);
    }

    private void WritePool(HtmlWriter html, PoolResult result)
    {
        new LineChart("Nodes", Figures.Number) { IsWhole = true }.Write(
            html,
            [
                ChartLine.OfSteps("ready", result.Nodes.Select(static step => (step.AtMicros, (double?)step.Ready)), _end),
                ChartLine.OfSteps("paid for", result.Nodes.Select(static step => (step.AtMicros, (double?)(step.Ready + step.Launching))), _end),
            ],
            _end);
        new LineChart("Accelerators", Figures.Number).Write(
            html, [Accelerators("paid for", static one => one.PaidSeconds), Accelerators("held", static one => one.HeldSeconds), Accelerators("at work", static one => one.BusySeconds)], _end);

        ChartLine Accelerators(string name, Func<GpuInterval, double> seconds) => ChartLine.OfShares(
            name, result.Intervals.Select((one, i) => (one.AtMicros, seconds(one), ((i + 1 < result.Intervals.Length ? result.Intervals[i + 1].AtMicros : _end) - one.AtMicros) / 1e6)), _end);
    }
}
