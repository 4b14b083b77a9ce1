using Infra.Planning.Workloads;

namespace Infra.Planning.Costs.Lines;

/// <summary>What EKS Auto Mode takes on top of its nodes' price.</summary>
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
    }
}
