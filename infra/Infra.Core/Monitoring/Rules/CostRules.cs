using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Rules;

/// <summary>
/// What nodes cost, and whose that is: list prices of instance types on demand, times the nodes that are there. A model's part of a node is that of its GPUs. Reads
/// what <see cref="FleetRules"/> recorded.
/// </summary>
public static class CostRules
{
    /// <summary>The rules; none where no price is known.</summary>
    /// <param name="pools">The pools.</param>
    /// <param name="models">The models with GPUs.</param>
    public static RuleGroup Of(IReadOnlyList<FleetPool> pools, IReadOnlyList<FleetModel> models)
    {
        ArgumentNullException.ThrowIfNull(pools);
        ArgumentNullException.ThrowIfNull(models);
        var priced = pools.Where(pool => !pool.UsdPerHour.IsEmpty).ToList();
        return new RuleGroup("inference.cost", priced.Count == 0
            ? []
            : [
                .. priced.SelectMany(pool => pool.UsdPerHour).DistinctBy(price => price.Key).OrderBy(price => price.Key, StringComparer.Ordinal).Select(price => OfNodes(price.Key, price.Value)),
                FleetRules.Record(RecordedSeries.NodeGpuCost, RecordedSeries.NodeCost.Now().Sum("node").DividedBy(RecordedSeries.NodeGpus.Now().Sum("node") > 0, Matching.On("node"))),
                .. priced.Select(pool => FleetRules.OfPool(pool, RecordedSeries.PoolCost, RecordedSeries.NodeCost.Now(FleetRules.In(pool)).Sum())),
                .. priced.Select(pool => FleetRules.OfPool(pool, RecordedSeries.PoolIdleCost, Idle(pool))),
                .. models.Select(OfModel),
                .. models.Any(model => model.Tenant is not null)
                    ? [FleetRules.Record(RecordedSeries.TenantCost, RecordedSeries.ModelCost.Now(Matcher.IsNot("tenant", "")).Sum("tenant"))]
                    : ImmutableArray<Rule>.Empty,
            ]);
    }

    private static Rule OfNodes(string type, double usdPerHour) =>
        FleetRules.Record(
            RecordedSeries.NodeCost,
            KubeNodeMetrics.Labels.Now(Matcher.Is(KubeNodeMetrics.InstanceTypeLabel, type), Matcher.IsNot(KubeNodeMetrics.PoolLabel, ""))
                .WithLabel(KubeNodeMetrics.PoolLabel, "(.+)", "pool").Max("node", "pool") * usdPerHour) with
        {
            Labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("instance_type", type),
        };

    private static Expression Idle(FleetPool pool)
    {
        var all = RecordedSeries.NodeCost.Now(FleetRules.In(pool)).Sum();
        return all.Minus(AtNodePrices(RecordedSeries.PodGpus.Now(FleetRules.In(pool))).Sum().Or(Expression.Vector(0)), Matching.Same);
    }

    private static Rule OfModel(FleetModel model)
    {
        var pods = KubePodMetrics.Labels.Now(Matcher.Is(TargetLabels.Namespace, model.Namespace), Matcher.Is(KubePodMetrics.ModelLabel, model.Name)).Max("namespace", "pod");
        var gpus = RecordedSeries.PodGpus.Now(Matcher.Is(TargetLabels.Namespace, model.Namespace)).And(pods, Matching.On("namespace", "pod"));
        var labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("model", model.Name).Add("namespace", model.Namespace);
        // A model that sleeps costs nothing, rather than an unknown sum.
        return FleetRules.Record(RecordedSeries.ModelCost, AtNodePrices(gpus).Sum().Or(Expression.Vector(0))) with
        {
            Labels = model.Tenant is { } tenant ? labels.Add("tenant", tenant) : labels,
        };
    }

    private static Expression AtNodePrices(Expression gpus) => gpus.Times(RecordedSeries.NodeGpuCost.Now(), Matching.On("node").ManyToOne());
}
