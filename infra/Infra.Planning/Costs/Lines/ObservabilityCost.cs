using Infra.Core;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>Logs in CloudWatch and metrics in Amazon Managed Prometheus, paid by what comes in.</summary>
internal sealed class ObservabilityCost : ICostRule
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Workspace = "aws:amp/workspace:Workspace";

    public IReadOnlyCollection<string> Types => [LogGroup, Workspace];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var groups in plan.ByRegion(LogGroup))
        {
            sheet.AddUsage("logs", $"what comes into {Counted.Of(groups.Count(), "log group")}", PriceIds.LogsIngested, groups.Key, "API calls, connections of flow logs", groups);
            sheet.AddUsage("logs/stored", "what log groups keep", PriceIds.LogsStored, groups.Key, "days that logs are kept", groups);
        }

        foreach (var workspaces in plan.ByRegion(Workspace))
        {
            sheet.AddUsage("metrics", "samples sent to Amazon Managed Prometheus", PriceIds.MetricSamples, workspaces.Key, "series, how often they are scraped", workspaces);
            sheet.AddUsage("metrics/stored", "what Amazon Managed Prometheus keeps", PriceIds.MetricsStored, workspaces.Key, "series, 150 days", workspaces);
        }
    }
}
