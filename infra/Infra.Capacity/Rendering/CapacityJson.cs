using Infra.Capacity.Comparison;
using Infra.Capacity.Simulation;
using Infra.Capacity.Statistics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Capacity.Rendering;

/// <summary>A simulation as JSON; <c>docs/capacity.md</c> names its keys. Times are in microseconds, money in US dollars.</summary>
public static class CapacityJson
{
    private const int SchemaVersion = 1;

    private static readonly double[] _percents = [50, 90, 95, 99, 99.9];

    /// <summary>Writes the document.</summary>
    /// <param name="run">The simulation.</param>
    /// <param name="comparison">What it is compared with; null for nothing.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(SimulatedRun run, RunComparison? comparison, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(writer);
        var document = new JObject { ["schemaVersion"] = SchemaVersion };
        document.Merge(Run(run));
        if (comparison is not null)
        {
            document["base"] = comparison.Base;
            document["before"] = Run(comparison.Before);
        }

        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }

        writer.WriteLine();
    }

    private static JObject Run(SimulatedRun run) => new()
    {
        ["environment"] = run.Platform.Environment,
        ["traffic"] = run.Traffic.What,
        ["seed"] = run.Result.Seed,
        ["durationMicros"] = run.Result.EndMicros,
        ["meetsObjectives"] = run.MeetsObjectives,
        ["usd"] = run.Result.Usd,
        ["models"] = new JArray(run.Models.Select(Model)),
        ["pools"] = new JArray(run.Pools.Select(Pool)),
        ["events"] = new JArray(run.Result.Events.Select(one => Event(run, one))),
        ["assumptions"] = new JArray(run.Assumptions),
    };

    private static JObject Model(ModelFigures model)
    {
        var (result, counts) = (model.Result, model.Result.Requests);
        var failures = new JObject();
        foreach (var ((_, key), count) in ModelCells.Kinds.Zip(ModelCells.Failures(model)))
        {
            failures[key] = count;
        }

        return new JObject
        {
            ["name"] = model.Name,
            ["estimate"] = model.IsEstimate,
            ["requests"] = new JObject { ["arrived"] = counts.Arrived, ["completed"] = counts.Completed, ["inFlight"] = counts.InFlight, ["failed"] = failures },
            ["latency"] = Times(result.Latency),
            ["waiting"] = Times(result.Waiting),
            ["firstToken"] = Times(result.FirstToken),
            ["interToken"] = Times(result.InterToken),
            ["objectives"] = new JArray(model.Objectives.Select(objective => new JObject
            {
                ["kind"] = Name($"{objective.Kind}"),
                ["targetMicros"] = objective.TargetMicros,
                ["targetShare"] = objective.TargetShare,
                ["share"] = objective.Share,
                ["met"] = objective.IsMet,
            })),
            ["replicas"] = Steps(model.Replicas, result.Replicas.Select(step => new JArray(step.AtMicros, step.Desired, step.Ready, step.Starting, step.Ending))),
            ["coldStarts"] = model.ColdStarts,
            ["gpuSeconds"] = new JObject { ["allocated"] = result.GpuSecondsAllocated, ["busy"] = result.GpuSecondsBusy },
            ["promptTokens"] = result.PromptTokens,
            ["outputTokens"] = result.OutputTokens,
            ["preemptions"] = result.Preemptions,
            ["intervals"] = new JArray(result.Intervals.Select(Interval)),
        };
    }

    private static JArray Interval(TrafficInterval one)
    {
        var latency = one.Latency;
        return
        [
            one.AtMicros, one.Arrived, one.Completed, one.Failed, new JValue(latency is { } known ? Math.Round(known.MeanMicros) : null), new JValue(latency?.MaxMicros),
            new JValue(latency?.P50Micros), new JValue(latency?.P95Micros), new JValue(latency?.P99Micros), new JValue(one.FirstTokenP95Micros), one.GpuSecondsHeld, one.GpuSecondsBusy,
        ];
    }

    private static JObject Pool(PoolFigures pool) => new()
    {
        ["name"] = pool.Name,
        ["instanceType"] = pool.Pool.InstanceType,
        ["nodes"] = Steps(pool.Nodes, pool.Result.Nodes.Select(step => new JArray(step.AtMicros, step.Ready, step.Launching))),
        ["nodeHours"] = pool.Result.NodeHours,
        ["gpuHours"] = pool.Result.GpuHours,
        ["gpuHoursHeld"] = pool.Result.GpuHoursAllocated,
        ["gpuHoursBusy"] = pool.Result.GpuHoursBusy,
        ["intervals"] = new JArray(pool.Result.Intervals.Select(one => new JArray(one.AtMicros, one.PaidSeconds, one.HeldSeconds, one.BusySeconds))),
        ["usd"] = pool.Result.Usd,
    };

    private static JObject Event(SimulatedRun run, SimulationEvent one) => new()
    {
        ["atMicros"] = one.AtMicros,
        ["kind"] = Name($"{one.Kind}"),
        ["subject"] = one.Kind is SimulationEventKind.Scaled or SimulationEventKind.RolloutStarted or SimulationEventKind.RolloutDone ? run.Platform.Models[one.Subject].Name : run.Platform.Pools[one.Subject].Name,
        ["from"] = one.From,
        ["to"] = one.To,
        ["reason"] = one.Reason is { } reason ? Name($"{reason}") : null,
    };

    private static JObject Steps(StepFigures figures, IEnumerable<JArray> steps) =>
        new() { ["min"] = figures.Min, ["mean"] = Math.Round(figures.Mean, 6), ["max"] = figures.Max, ["steps"] = new JArray(steps) };

    private static JToken Times(LatencyHistogram times)
    {
        if (times.Count == 0)
        {
            return JValue.CreateNull();
        }

        var document = new JObject { ["count"] = times.Count, ["min"] = times.MinMicros, ["mean"] = Math.Round(times.MeanMicros, 3), ["max"] = times.MaxMicros };
        foreach (var percent in _percents)
        {
            document[FormattableString.Invariant($"p{percent}")] = times.Percentile(percent);
        }

        return document;
    }

    private static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
