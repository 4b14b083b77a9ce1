using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Rules;

/// <summary>
/// Nodes and GPUs by pool. A pool without nodes has 0 of them rather than no series: nothing is what a pool that scales to zero should show.
/// </summary>
public static class FleetRules
{
    private static readonly Matching _byNode = Matching.On("node");

    /// <summary>The rules; the later ones read what the earlier ones recorded.</summary>
    /// <param name="pools">The pools.</param>
    /// <param name="gpuUse">Whether the DCGM exporter tells how GPUs are used.</param>
    public static RuleGroup Of(IReadOnlyList<FleetPool> pools, bool gpuUse)
    {
        ArgumentNullException.ThrowIfNull(pools);
        var resources = pools.SelectMany(pool => pool.Resources).Distinct().Order(StringComparer.Ordinal).Select(KubeResources.Of).ToList();
        return new RuleGroup("inference.fleet",
        [
            Record(RecordedSeries.NodePool, KubeNodeMetrics.Labels.Now(Matcher.IsNot(KubeNodeMetrics.PoolLabel, "")).WithLabel(KubeNodeMetrics.PoolLabel, "(.+)", "pool").Max("node", "pool")),
            .. pools.Select(pool => OfPool(pool, RecordedSeries.PoolNodes, RecordedSeries.NodePool.Now(In(pool)).Count())),
            .. resources.Count > 0 ? Gpus(pools, Matcher.Like("resource", string.Join('|', resources))) : [],
            .. gpuUse ? Use : [],
            .. Enum.GetValues<Severity>().Select(Firing),
        ]);
    }

    /// <summary>A rule of one pool, which has 0 where there is nothing.</summary>
    internal static Rule OfPool(FleetPool pool, GaugeMetric series, Expression value) => Record(series, value.Or(Expression.Vector(0))) with
    {
        Labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("pool", pool.Name),
    };

    internal static RecordingRule Record(GaugeMetric series, Expression value) => new() { Series = series, Expression = value };

    internal static Matcher In(FleetPool pool) => Matcher.Is("pool", pool.Name);

    private static IEnumerable<Rule> Gpus(IReadOnlyList<FleetPool> pools, Matcher resource)
    {
        var withGpus = pools.Where(pool => !pool.Resources.IsEmpty).ToList();
        // What ended keeps its requests until somebody deletes it, and its GPUs are free.
        var alive = KubePodMetrics.Phase.Now(Matcher.Like("phase", "Pending|Running")).EqualTo(1);
        var requests = KubePodMetrics.ContainerRequests;
        var byPod = Matching.On("namespace", "pod");
        return
        [
            Record(RecordedSeries.NodeGpus, OfNodes(KubeNodeMetrics.Allocatable.Now(resource).Sum("node"))),
            Record(RecordedSeries.PodGpus, OfNodes(requests.Now(resource, Matcher.IsNot("node", "")).Sum("namespace", "pod", "node").And(alive, byPod))),
            .. withGpus.Select(pool => OfPool(pool, RecordedSeries.PoolGpus, RecordedSeries.NodeGpus.Now(In(pool)).Sum())),
            .. withGpus.Select(pool => OfPool(pool, RecordedSeries.PoolGpusRequested, RecordedSeries.PodGpus.Now(In(pool)).Sum())),
            Record(RecordedSeries.WaitingGpus, requests.Now(resource, Matcher.Is("node", "")).Sum("namespace", "pod").And(alive, byPod).Sum().Or(Expression.Vector(0))),
        ];
    }

    // A GPU that pods share has a series for each; a GPU in MIG mode tells of its pieces alone.
    private static IEnumerable<Rule> Use { get; } =
    [
        Record(RecordedSeries.PoolGpuUse, OfNodes(
            (GpuMetrics.Utilisation.Now().Max("node", "UUID") / 100)
                .Or(GpuMetrics.EngineActive.Now(Matcher.IsNot("GPU_I_ID", "")).Mean("node", "UUID"))).Mean("pool")),
        Record(RecordedSeries.PoolGpuMemory, OfNodes(Memory()).Max("pool")),
        Record(RecordedSeries.PoolGpuPower, OfNodes(GpuMetrics.Power.Now().Max("node", "UUID")).Sum("pool")),
        Record(RecordedSeries.PoolGpuTemperature, OfNodes(GpuHealthMetrics.Temperature.Now().Max("node", "UUID")).Max("pool")),
        // An error is there for five minutes, and then its series goes.
        Record(RecordedSeries.PoolXidErrors, OfNodes(GpuHealthMetrics.XidErrors.Now().Max("node", "UUID", "xid")).Sum("pool").Or(RecordedSeries.PoolGpus.Now() * 0)),
    ];

    private static Expression Memory()
    {
        Expression Of(GaugeMetric metric) => metric.Now().Max("node", "UUID", "GPU_I_ID");
        var used = Of(GpuMetrics.MemoryUsed);
        return used / (used + Of(GpuMetrics.MemoryFree) + Of(GpuMetrics.MemoryReserved));
    }

    private static Expression OfNodes(Expression value) => value.Times(RecordedSeries.NodePool.Now(), _byNode.ManyToOne("pool"));

    private static Rule Firing(Severity severity) =>
        Record(RecordedSeries.FiringAlerts, PrometheusMetrics.Alerts.Now(Matcher.Is("alertstate", "firing"), Matcher.Is("severity", severity.ToString())).Count().Or(Expression.Vector(0))) with
        {
            Labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("severity", severity.ToString()),
        };
}
