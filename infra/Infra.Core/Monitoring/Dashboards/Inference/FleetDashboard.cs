using System.Collections.Immutable;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>All models and pools of a cluster at a glance.</summary>
internal static class FleetDashboard
{
    public const string Uid = "inference-fleet";

    private const string ByModel = "{{model}}";

    public static Dashboard Of(DashboardScope scope) => new()
    {
        Uid = Uid,
        Title = "Inference: fleet",
        Description = "Whether the models of this cluster answer, how fast, and what they run on. A model's name leads to its own dashboard.",
        Rows = [Now(scope), Models(scope), Trends, .. scope.Gpus ? [Pools(scope)] : ImmutableArray<DashboardRow>.Empty],
    };

    private static DashboardRow Now(DashboardScope scope) => new("Now",
    [
        new StatPanel
        {
            Title = "Requests per second",
            Description = "Requests of all models together, over the last 5 minutes.",
            Width = PanelWidth.Sixth,
            Unit = Unit.RequestsPerSecond,
            Of = [new PanelQuery(RecordedSeries.Requests.Now().Sum(), "all models")],
        },
        new StatPanel
        {
            Title = "Failed requests",
            Description = "Share of all requests that servers failed to answer, over the last 5 minutes; requests that were wrong aren't among them.",
            Width = PanelWidth.Sixth,
            Unit = Unit.Ratio,
            Of = [new PanelQuery(RecordedSeries.FailedRequests.Now().Sum() / (RecordedSeries.Requests.Now().Sum() > 0), "all models")],
            Thresholds = [new Threshold(0.01, ThresholdColor.Orange), new Threshold(0.05, ThresholdColor.Red)],
        },
        new StatPanel
        {
            Title = "Firing alerts",
            Description = "Alerts that fire, by severity: P0 hurts users now, P1 is for today, P2 for this week.",
            Width = PanelWidth.Sixth,
            Unit = Unit.Count,
            Of = [new PanelQuery(RecordedSeries.FiringAlerts.Now(Matcher.Like("severity", "P[0-2]")).Sum("severity"), "{{severity}}")],
            Thresholds = [new Threshold(1, ThresholdColor.Red)],
        },
        .. scope.Gpus ? GpusNow : [],
        .. scope.Prices is { } prices ? [Cost(prices)] : ImmutableArray<Panel>.Empty,
    ]);

    private static ImmutableArray<Panel> GpusNow { get; } =
    [
        new StatPanel
        {
            Title = "GPUs in use by pods",
            Description = "Share of the GPUs that pods asked for and have. What is left is paid for and idle, or held ready.",
            Width = PanelWidth.Sixth,
            Unit = Unit.Ratio,
            Of = [new PanelQuery(RecordedSeries.PoolGpusRequested.Now().Sum() / (RecordedSeries.PoolGpus.Now().Sum() > 0), "all pools")],
        },
        new StatPanel
        {
            Title = "GPUs waited for",
            Description = "GPUs that pods ask for and no node has. Where nodes can still be launched it falls within a cold start; where it stays, a pool is at its maximum or AWS has none.",
            Width = PanelWidth.Sixth,
            Unit = Unit.Count,
            Of = [new PanelQuery(RecordedSeries.WaitingGpus.Now(), "all pools")],
            Thresholds = [new Threshold(1, ThresholdColor.Orange)],
        },
    ];

    private static StatPanel Cost(string prices) => new()
    {
        Title = "Dollars per hour",
        Description = $"Estimate: nodes that run, at on-demand list prices ({prices}). Spot and discounts make it less, disks and traffic more.",
        Width = PanelWidth.Sixth,
        Unit = Unit.Dollars,
        Of = [new PanelQuery(RecordedSeries.PoolCost.Now().Sum(), "all pools")],
    };

    private static DashboardRow Models(DashboardScope scope) => new("Models",
    [
        new TablePanel
        {
            Title = "All models",
            Description = "One line for each model, over the last 5 minutes. A column is empty where the model's runtime doesn't tell.",
            Width = PanelWidth.Full,
            Keys =
            [
                new TableKey("model", "Model", ModelDashboard.Uid),
                new TableKey("namespace", "Namespace"),
                .. scope.Tenants ? [new TableKey("tenant", "Tenant")] : ImmutableArray<TableKey>.Empty,
            ],
            Columns =
            [
                new TableColumn("Ready pods", Unit.Count, RecordedSeries.ReadyPods.Now()),
                new TableColumn("Requests per second", Unit.RequestsPerSecond, RecordedSeries.Requests.Now()),
                new TableColumn("Failed", Unit.Ratio, RecordedSeries.ErrorRatio.Now()),
                new TableColumn("Latency, 95 %", Unit.Seconds, RecordedSeries.LatencyP95.Now()),
                .. scope.Waiting ? [new TableColumn("Waiting", Unit.Count, RecordedSeries.Waiting.Now())] : ImmutableArray<TableColumn>.Empty,
                .. scope.GpuUse ? [new TableColumn("GPU use", Unit.Ratio, RecordedSeries.GpuUse.Now())] : ImmutableArray<TableColumn>.Empty,
                .. scope.Prices is null ? ImmutableArray<TableColumn>.Empty : [new TableColumn("Dollars per hour", Unit.Dollars, RecordedSeries.ModelCost.Now())],
            ],
        },
    ]);

    private static DashboardRow Trends { get; } = new("Trends",
    [
        new TimeSeriesPanel
        {
            Title = "Requests by model",
            Description = "Requests per second, on top of each other: the upper edge is what the cluster serves.",
            Width = PanelWidth.Third,
            Unit = Unit.RequestsPerSecond,
            Stacked = true,
            Of = [new PanelQuery(RecordedSeries.Requests.Now(), ByModel)],
        },
        new TimeSeriesPanel
        {
            Title = "Latency by model",
            Description = "Seconds within which 95 % of a model's requests are answered; each model has an objective of its own.",
            Width = PanelWidth.Third,
            Unit = Unit.Seconds,
            Of = [new PanelQuery(RecordedSeries.LatencyP95.Now(), ByModel)],
        },
        new TimeSeriesPanel
        {
            Title = "Failed requests by model",
            Description = "Share of a model's requests that its servers failed to answer.",
            Width = PanelWidth.Third,
            Unit = Unit.Ratio,
            Of = [new PanelQuery(RecordedSeries.ErrorRatio.Now(), ByModel)],
        },
    ]);

    private static DashboardRow Pools(DashboardScope scope) => new("Pools",
    [
        new TablePanel
        {
            Title = "All pools",
            Description = "One line for each pool, now. GPUs are what nodes offer to pods: whole ones, or shares and pieces where the pool cuts them.",
            Width = PanelWidth.Half,
            Keys = [new TableKey("pool", "Pool", PoolDashboard.Uid)],
            Columns =
            [
                new TableColumn("Nodes", Unit.Count, RecordedSeries.PoolNodes.Now()),
                new TableColumn("GPUs", Unit.Count, RecordedSeries.PoolGpus.Now()),
                new TableColumn("Asked for", Unit.Count, RecordedSeries.PoolGpusRequested.Now()),
                .. scope.GpuUse ? [new TableColumn("GPU use", Unit.Ratio, RecordedSeries.PoolGpuUse.Now())] : ImmutableArray<TableColumn>.Empty,
            ],
        },
        new TimeSeriesPanel
        {
            Title = "Nodes by pool",
            Description = "Nodes that have joined the cluster, on top of each other.",
            Width = PanelWidth.Half,
            Unit = Unit.Count,
            Stacked = true,
            Of = [new PanelQuery(RecordedSeries.PoolNodes.Now(), "{{pool}}")],
        },
    ]);
}
