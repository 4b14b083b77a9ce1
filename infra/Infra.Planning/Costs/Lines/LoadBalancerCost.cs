using Infra.Core;
using Infra.Core.Prices;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs.Lines;

/// <summary>Load balancers, which controllers make: one for the ingresses of a class, one for a gateway of its own Service.</summary>
internal sealed class LoadBalancerCost : ICostRule
{
    public void Price(CostedPlan plan, CostSheet sheet)
    {
        if (plan.Region is not { } region)
        {
            return;
        }

        var classes = plan.Objects.OfKind("Ingress").Select(ingress => (string?)ingress.Inputs["spec"]?["ingressClassName"]).ToHashSet(StringComparer.Ordinal);
        foreach (var found in plan.Of(ComponentTypes.LoadBalancerClass).Where(found => classes.Contains((string?)found.Inputs["ingressClass"])))
        {
            var id = $"load-balancer/{(string?)found.Inputs["ingressClass"]}";
            sheet.Add(new LineDraft(CostKind.LoadBalancing, id, "application load balancer").Of(found), PriceIds.ApplicationLoadBalancer, region, 1, 1);
            sheet.AddUsage($"{id}/lcu", "capacity units of the load balancer", PriceIds.ApplicationCapacity, region, "connections, requests, bytes", [found]);
            AddAddresses(plan, sheet, found, id, region);
        }

        foreach (var found in plan.Of(ComponentTypes.ModelGateway).Where(found => (string?)found.Inputs["loadBalancerClass"] == "service.k8s.aws/nlb"))
        {
            var id = $"load-balancer/{(string?)found.Inputs["gateway"]}";
            sheet.Add(new LineDraft(CostKind.LoadBalancing, id, "network load balancer").Of(found), PriceIds.NetworkLoadBalancer, region, 1, 1);
            sheet.AddUsage($"{id}/lcu", "capacity units of the load balancer", PriceIds.NetworkCapacity, region, "connections and bytes", [found]);
            AddAddresses(plan, sheet, found, id, region);
        }
    }

    private static void AddAddresses(CostedPlan plan, CostSheet sheet, PlannedObject found, string id, string region)
    {
        if ((bool?)found.Inputs["internetFacing"] == true)
        {
            sheet.Add(
                new LineDraft(CostKind.Network, $"{id}/addresses", "its public IPv4 addresses, at least one in each zone") { Notes = ["A load balancer under load may have more addresses."] }.Of(found),
                PriceIds.PublicAddress, region, plan.Zones, plan.Zones);
        }
    }
}
