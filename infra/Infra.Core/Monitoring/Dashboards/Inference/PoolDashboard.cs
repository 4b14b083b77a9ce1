using System.Collections.Immutable;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.Rules;
using static Infra.Core.Monitoring.Dashboards.Inference.Chosen;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>Pools of nodes with GPUs: how many there are, who has them, and whether they work.</summary>
internal static class PoolDashboard
{
    public const string Uid = "inference-pool";

    public static Dashboard Of(DashboardScope scope) => new()
    {
        Uid = Uid,
        Title = "Inference: GPU pools",
        Description = "Nodes and GPUs of the pools: how many there are, who has them, and whether they work.",
        Variables = [Pool],
        Rows = [Capacity, .. scope.GpuUse ? [Use] : ImmutableArray<DashboardRow>.Empty],
    };

    private static DashboardRow Capacity { get; } = new("Capacity",
    [
        PoolLines("Nodes", "Nodes that have joined the cluster.", Unit.Count, (RecordedSeries.PoolNodes, "nodes")),
        PoolLines("GPUs", "What the nodes offer to pods, and what pods asked for and have. The distance is free, and paid for.", Unit.Count,
            (RecordedSeries.PoolGpus, "offered"), (RecordedSeries.PoolGpusRequested, "asked for")),
        new TimeSeriesPanel
        {
            Title = "GPUs waited for",
            Description = "GPUs that pods ask for and no node has, of any pool: which one they will land on is known when they do.",
            Width = PanelWidth.Third,
            Unit = Unit.Count,
            Of = [new PanelQuery(RecordedSeries.WaitingGpus.Now(), "all pools")],
        },
        new BarGaugePanel
        {
            Title = "GPUs by namespace",
            Description = "Who has the GPUs of the chosen pools, now.",
            Width = PanelWidth.Half,
            Unit = Unit.Count,
            Of = [new PanelQuery(OfPools(RecordedSeries.PodGpus).Sum("namespace"), "{{namespace}}")],
        },
        new TablePanel
        {
            Title = "GPUs by node",
            Description = "One line for each node of the chosen pools. A node without GPUs has no device plugin yet, or a broken one; the second column is empty where no pod asked for any.",
            Width = PanelWidth.Half,
            Keys = [new TableKey("pool", "Pool"), new TableKey("node", "Node")],
            Columns =
            [
                new TableColumn("GPUs", Unit.Count, OfPools(RecordedSeries.NodeGpus)),
                new TableColumn("Asked for", Unit.Count, OfPools(RecordedSeries.PodGpus)),
            ],
        },
    ]);

    private static DashboardRow Use { get; } = new("Use and health",
    [
        PoolLines("GPU use", "Use of all GPUs of a pool, on average, whether pods have them or not.", Unit.Ratio, (RecordedSeries.PoolGpuUse, "in use")),
        PoolLines("GPU memory", "Share of GPU memory in use, of the pool's fullest GPU.", Unit.Ratio, (RecordedSeries.PoolGpuMemory, "in use")),
        PoolLines("GPU power", "Power that a pool's GPUs draw together.", Unit.Watts, (RecordedSeries.PoolGpuPower, "drawn")),
        PoolLines("GPU temperature", "Of the pool's hottest GPU. GPUs slow down between 80 and 90 °C, each model at its own limit.", Unit.Celsius, (RecordedSeries.PoolGpuTemperature, "hottest")),
        PoolLines("XID errors", "Errors that the driver reported, of all GPUs of a pool during the last 5 minutes. Some are a program's, some mean a broken GPU: the runbook tells which.", Unit.Count, (RecordedSeries.PoolXidErrors, "errors")),
    ]);
}
