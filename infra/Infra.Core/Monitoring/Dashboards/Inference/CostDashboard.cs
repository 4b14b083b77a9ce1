using System.Collections.Immutable;
using Infra.Core.Monitoring.Dashboards.Panels;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Dashboards.Inference;

/// <summary>What the cluster's nodes cost at list prices, and whose that is. An estimate, which every panel says.</summary>
internal static class CostDashboard
{
    public const string Uid = "inference-cost";

    private const int HoursPerDay = 24;

    // 365 days of 24 hours, by 12, as AWS' pricing calculator counts.
    private const int HoursPerMonth = 730;
    private const double ThousandsPerHour = 3600.0 / 1_000;
    private const double MillionsPerHour = 3600.0 / 1_000_000;

    public static Dashboard Of(DashboardScope scope, string prices)
    {
        var estimate = $"Estimate at on-demand list prices ({prices}).";
        return new Dashboard
        {
            Uid = Uid,
            Title = "Inference: cost",
            Description = $"{estimate} Nodes that run, each at the price of its instance type. Spot and discounts make it less; disks, traffic, the control plane and nodes of other pools make it more. The bill is what AWS sends.",
            Rows = [Now(estimate), Pools(estimate), Whose(scope, estimate)],
        };
    }

    private static DashboardRow Now(string estimate) => new("Now",
    [
        Dollars("Dollars per hour", $"{estimate} All pools, now.", RecordedSeries.PoolCost.Now().Sum()),
        Dollars("Dollars per month", $"{estimate} If the nodes that run now ran on for a month of {HoursPerMonth} hours.", RecordedSeries.PoolCost.Now().Sum() * HoursPerMonth),
        Dollars("Dollars of a day", $"{estimate} The mean of the last {HoursPerDay} hours, times {HoursPerDay}.", RecordedSeries.PoolCost.Mean(Window.Days(1)).Sum() * HoursPerDay),
        Dollars("Idle dollars per hour", $"{estimate} GPUs that no pod asked for: held ready, or left over.", RecordedSeries.PoolIdleCost.Now().Sum()),
    ]);

    private static DashboardRow Pools(string estimate) => new("Pools",
    [
        new TimeSeriesPanel
        {
            Title = "Dollars per hour by pool",
            Description = $"{estimate} On top of each other: the upper edge is what all pools cost.",
            Width = PanelWidth.Half,
            Unit = Unit.Dollars,
            Stacked = true,
            Of = [new PanelQuery(RecordedSeries.PoolCost.Now(), "{{pool}}")],
        },
        new TablePanel
        {
            Title = "Cost of pools",
            Description = $"{estimate} Idle is the part of the GPUs that no pod asked for. A pool with nodes and no dollars has instance types whose price in this region nobody read.",
            Width = PanelWidth.Half,
            Keys = [new TableKey("pool", "Pool", PoolDashboard.Uid)],
            Columns =
            [
                new TableColumn("Nodes", Unit.Count, RecordedSeries.PoolNodes.Now()),
                new TableColumn("Dollars per hour", Unit.Dollars, RecordedSeries.PoolCost.Now()),
                new TableColumn("Idle dollars per hour", Unit.Dollars, RecordedSeries.PoolIdleCost.Now()),
            ],
        },
    ]);

    private static DashboardRow Whose(DashboardScope scope, string estimate) => new("Models and tenants",
    [
        .. scope.Tenants ? [Tenants(estimate)] : ImmutableArray<Panel>.Empty,
        new TimeSeriesPanel
        {
            Title = "Dollars per hour by model",
            Description = $"{estimate} A model costs the part of its nodes' price that its GPUs are of theirs; models without GPUs aren't counted.",
            Width = PanelWidth.Half,
            Unit = Unit.Dollars,
            Stacked = true,
            Of = [new PanelQuery(RecordedSeries.ModelCost.Now(), "{{model}}")],
        },
        new TablePanel
        {
            Title = "Cost of answers",
            Description = $"{estimate} Over the last 5 minutes. A model that nobody asks has a price per hour and none per answer.",
            Width = PanelWidth.Full,
            Keys =
            [
                new TableKey("model", "Model", ModelDashboard.Uid),
                new TableKey("namespace", "Namespace"),
                .. scope.Tenants ? [new TableKey("tenant", "Tenant")] : ImmutableArray<TableKey>.Empty,
            ],
            Columns =
            [
                new TableColumn("Dollars per hour", Unit.Dollars, RecordedSeries.ModelCost.Now()),
                new TableColumn("Requests per second", Unit.RequestsPerSecond, RecordedSeries.Requests.Now()),
                new TableColumn("Dollars per 1000 requests", Unit.Dollars, Per(RecordedSeries.Requests.Now(), ThousandsPerHour)),
                .. scope.LanguageModels
                    ? [new TableColumn("Dollars per million answer tokens", Unit.Dollars, Per(RecordedSeries.AnswerTokens.Now(), MillionsPerHour))]
                    : ImmutableArray<TableColumn>.Empty,
            ],
        },
    ]);

    private static BarGaugePanel Tenants(string estimate) => new()
    {
        Title = "Dollars per hour by tenant",
        Description = $"{estimate} The tenants' models together.",
        Width = PanelWidth.Half,
        Unit = Unit.Dollars,
        Of = [new PanelQuery(RecordedSeries.TenantCost.Now(), "{{tenant}}")],
    };

    private static StatPanel Dollars(string title, string description, Expression value) => new()
    {
        Title = title,
        Description = description,
        Width = PanelWidth.Quarter,
        Unit = Unit.Dollars,
        Of = [new PanelQuery(value, "all pools")],
    };

    private static Expression Per(Expression perSecond, double perHour) =>
        RecordedSeries.ModelCost.Now().DividedBy((perSecond > 0) * perHour, Matching.Same);
}
