using Infra.Core;

namespace Infra.Planning.Costs.Lines;

/// <summary>Nodes that the stack doesn't bring: those outside AWS, and those of a cluster that was there before.</summary>
internal sealed class ForeignNodesCost : ICostRule
{
    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var pool in plan.Of(ComponentTypes.EdgePool))
        {
            sheet.AddUnpriced($"nodes/{(string?)pool.Inputs["poolName"]}", "nodes outside AWS", "EKS charges for them by vCPU and hour; no source of the price was found, and the plan doesn't say how many vCPUs there are", [pool.Resource.Urn]);
        }

        if (!plan.Objects.HasCluster && plan.Of(ComponentTypes.InferenceService).ToList() is { Count: > 0 } models)
        {
            sheet.AddUnpriced("nodes", "nodes of the cluster that was there before", "the plan doesn't say what they are and what they cost", [.. models.Select(model => model.Resource.Urn)]);
        }
    }
}
