using System.Text.Json.Nodes;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs.Lines;

/// <summary>What EKS Auto Mode takes on top of its nodes' price, and the nodes of its own pools.</summary>
internal sealed class AutoModeCost : ICostRule
{
    public void Price(CostedPlan plan, CostSheet sheet)
    {
        var pools = plan.Pools.Where(pool => pool.Pool.Launcher == NodeLauncher.AutoMode).ToList();
        if (pools.Count > 0)
        {
            sheet.AddUnpriced("auto-mode-fee", "EKS Auto Mode's fee for each node",
                "AWS lists it by instance type, and no list was found; a public calculation of 2026-10-03 has 12% of the on-demand price, and AWS cut it on 2026-07-01 by 35% for G and 60% for P types",
                [.. pools.Select(pool => pool.Pool.Urn)]);
        }

        foreach (var cluster in plan.Of("aws:eks/cluster:Cluster").Where(cluster => cluster.Inputs["computeConfig"]?["nodePools"] is JsonArray { Count: > 0 }))
        {
            sheet.AddUnpriced("nodes/auto-mode", $"nodes of Auto Mode's own pools {string.Join(" and ", cluster.Inputs["computeConfig"]!["nodePools"]!.AsArray().Select(pool => (string)pool!))}",
                "EKS chooses their instance types and number by the pods, and the plan doesn't say which", [cluster.Resource.Urn]);
        }
    }
}
