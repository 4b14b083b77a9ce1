using Infra.Planning.Rendering;

namespace Infra.Capacity.Rendering;

/// <summary>A simulation as text.</summary>
public static class CapacityText
{
    /// <summary>Summary, models, objectives, pools, and what all of it rests on.</summary>
    public static IEnumerable<TextLine> Render(SimulatedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        TextLine[][] sections = [[.. Head(run)], [.. Models(run)], [.. Failures(run)], [.. Objectives(run)], [.. Pools(run)], [.. Assumptions(run)]];
        return sections.Where(section => section.Length > 0).SelectMany((section, i) => i == 0 ? section : section.Prepend(TextLine.Empty));
    }

    private static IEnumerable<TextLine> Head(SimulatedRun run)
    {
        yield return TextLine.Of($"{run.Platform.Environment}, {Figures.Long(run.Result.EndMicros)} of {run.Traffic.What}, seed {run.Result.Seed}", TextRole.Heading);
        yield return TextLine.Of(run.Summary, run.MeetsObjectives ? TextRole.Plain : TextRole.Error);
        yield return TextLine.Of("A simulation of the plan; ~ rests on an estimate of what a replica does. Least, mean and most of replicas and nodes.");
    }

    private static IEnumerable<TextLine> Models(SimulatedRun run) => run.Models.IsEmpty ? [] : TextTable.Render(
        ["MODEL", "REQUESTS>", "P50>", "P95>", "P99>", "FIRST TOKEN P95>", "ANSWERED>", "REPLICAS>", "COLD STARTS>", "GPU BUSY>"],
        [.. run.Models.Select(model => (string[])
        [
            model.Name, Figures.Whole(model.Result.Requests.Arrived), ModelCells.Latency(model, 50), ModelCells.Latency(model, 95), ModelCells.Latency(model, 99), ModelCells.FirstToken(model),
            ModelCells.Answered(model), Figures.Steps(model.Replicas), Figures.Whole(model.ColdStarts), model.GpuBusy is { } busy ? Figures.Percent(busy) : Figures.None,
        ])]);

    private static IEnumerable<TextLine> Failures(SimulatedRun run)
    {
        var failing = run.Models.Where(model => model.Result.Requests is { } counts && counts.Completed + counts.InFlight < counts.Arrived).ToList();
        return failing.Count == 0 ? [] : TextTable.Render(
            ["WITHOUT AN ANSWER", "NO REPLICA>", "QUEUE FULL>", "TOO LONG>", "TIMED OUT WAITING>", "TIMED OUT AT WORK>", "LOST WITH A REPLICA>", "LOST TO SPOT>"],
            [.. failing.Select(model => (string[])[model.Name, .. ModelCells.Failures(model).Select(Figures.Whole)])]);
    }

    private static IEnumerable<TextLine> Objectives(SimulatedRun run) => run.Objectives == 0 ? [] : TextTable.Render(
        ["OBJECTIVE OF", "PROMISED", "ATTAINED>", ""],
        [.. run.Models.SelectMany(model => model.Objectives, (model, objective) => (string[])[model.Name, Figures.Promise(objective), Figures.Percent(objective.Share), objective.IsMet ? "met" : "missed"])]);

    private static IEnumerable<TextLine> Pools(SimulatedRun run)
    {
        if (run.Pools.IsEmpty)
        {
            return [];
        }

        var rows = run.Pools.Select(pool => (string[])
        [
            pool.Name, pool.Pool.InstanceType, Figures.Steps(pool.Nodes), Figures.Number(pool.Result.NodeHours), Figures.Number(pool.Result.GpuHours),
            pool.GpuHeld is { } held ? Figures.Percent(held) : Figures.None, pool.GpuBusy is { } busy ? Figures.Percent(busy) : Figures.None,
            pool.Result.Usd is { } usd ? Figures.Usd(usd) : Figures.None,
        ]);
        return TextTable.Render(["POOL", "INSTANCE TYPE", "NODES>", "NODE HOURS>", "GPU HOURS>", "OF THEM HELD>", "AT WORK>", "COST>"], [.. rows]);
    }

    private static IEnumerable<TextLine> Assumptions(SimulatedRun run) =>
        run.Assumptions.IsEmpty ? [] : run.Assumptions.SelectMany(Bullet).Prepend(TextLine.Of("RESTS ON", TextRole.Heading));

    private static IEnumerable<TextLine> Bullet(string text) => Infra.Planning.Costs.Rendering.Wrapped.Lines(text, 116).Select((line, i) => TextLine.Of(i == 0 ? $"  * {line}" : $"    {line}"));
}
