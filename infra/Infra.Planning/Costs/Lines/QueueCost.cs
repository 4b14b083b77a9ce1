using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>Queues of SQS.</summary>
internal sealed class QueueCost : ICostRule
{
    private const string Queue = "aws:sqs/queue:Queue";

    public IReadOnlyCollection<string> Types => [Queue];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var queues in plan.ByRegion(Queue))
        {
            sheet.AddUsage("queues", "requests to SQS queues", PriceIds.QueueRequests, queues.Key, "messages, how often one is asked for", queues);
        }
    }
}
