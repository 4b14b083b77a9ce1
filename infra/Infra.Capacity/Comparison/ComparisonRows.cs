using System.Globalization;
using Infra.Capacity.Rendering;
using Infra.Planning.Costs.Rendering;

namespace Infra.Capacity.Comparison;

/// <summary>What a change does, figure by figure.</summary>
internal static class ComparisonRows
{
    /// <summary>The heads; one that ends in <c>&gt;</c> belongs to a column of numbers.</summary>
    public static readonly string[] Columns = ["what", "before>", "after>", "change>"];

    public static List<string[]> Of(RunComparison comparison) =>
    [
        .. comparison.Models.SelectMany(model => Model(model.Name, model.Before, model.After)),
        .. comparison.Pools.SelectMany(pool => Pool(pool.Name, pool.Before, pool.After)),
        Row("cost of all pools", comparison.Before.Result.Usd, comparison.After.Result.Usd, usd => Figures.Usd(usd), (before, after) => Money.Change(after - before)),
    ];

    private static IEnumerable<string[]> Model(string name, ModelFigures? before, ModelFigures? after)
    {
        foreach (var percent in (double[])[50, 95, 99])
        {
            yield return Row($"{name}: p{percent:0}", Percentile(before, percent), Percentile(after, percent), value => Figures.Time(value), Relative);
        }

        yield return Row($"{name}: answered", before?.Result.Requests.Availability, after?.Result.Requests.Availability, Figures.Percent, Points);
        foreach (var kind in (before?.Objectives ?? []).Concat(after?.Objectives ?? []).Select(objective => objective.Kind).Distinct())
        {
            var (was, now) = (before?.Objectives.FirstOrDefault(objective => objective.Kind == kind), after?.Objectives.FirstOrDefault(objective => objective.Kind == kind));
            yield return Row($"{name}: {Figures.Promise((now ?? was)!)}", was?.Share, now?.Share, Figures.Percent, Points);
        }

        yield return Row($"{name}: replicas, mean", before?.Replicas.Mean, after?.Replicas.Mean, Figures.Number, Relative);
    }

    private static IEnumerable<string[]> Pool(string name, PoolFigures? before, PoolFigures? after)
    {
        yield return Row($"pool {name}: node hours", before?.Result.NodeHours, after?.Result.NodeHours, Figures.Number, Relative);
        yield return Row($"pool {name}: cost", before?.Result.Usd, after?.Result.Usd, usd => Figures.Usd(usd), (was, now) => Money.Change(now - was));
    }

    private static double? Percentile(ModelFigures? model, double percent) => model is { Result.Latency.Count: > 0 } ? model.Result.Latency.Percentile(percent) : null;

    private static string[] Row<T>(string what, T? before, T? after, Func<T, string> show, Func<T, T, string> change)
        where T : struct =>
        [
            what, before is { } was ? show(was) : Figures.None, after is { } now ? show(now) : Figures.None,
            (before, after) is ({ } from, { } to) ? EqualityComparer<T>.Default.Equals(from, to) ? "=" : change(from, to) : Figures.None,
        ];

    private static string Relative(double before, double after) => before == 0 ? Figures.None : string.Create(CultureInfo.InvariantCulture, $"{(after - before) / before * 100:+0.0;-0.0;0.0} %");

    private static string Points(double before, double after) => string.Create(CultureInfo.InvariantCulture, $"{(after - before) * 100:+0.0##;-0.0##;0.0} points");
}
