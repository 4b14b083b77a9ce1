using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Prices;

namespace Infra.Planning.Costs.Lines;

/// <summary>The network: NAT gateways, public addresses, endpoints, traffic.</summary>
internal sealed class NetworkCost : ICostRule
{
    private const string NatGateway = "aws:ec2/natGateway:NatGateway";
    private const string Address = "aws:ec2/eip:Eip";
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    public IReadOnlyCollection<string> Types => [NatGateway, Address, Endpoint];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        AddGateways(plan, sheet);
        AddEndpoints(plan, sheet);
        foreach (var addresses in plan.ByRegion(Address))
        {
            sheet.Add(new LineDraft(CostKind.Network, "public-addresses", "public IPv4 addresses of NAT gateways").Of(addresses), PriceIds.PublicAddress, addresses.Key, addresses.Count(), addresses.Count());
        }

        foreach (var networks in plan.ByRegion("aws:ec2/vpc:Vpc"))
        {
            sheet.AddUsage("traffic/zones", "traffic between zones, each way", PriceIds.ZoneTraffic, networks.Key, "where models and their callers land", networks);
            sheet.AddUsage("traffic/internet", "traffic to the internet", PriceIds.InternetTraffic, networks.Key, "answers", networks);
        }
    }

    private static void AddGateways(CostedPlan plan, CostSheet sheet)
    {
        foreach (var gateways in plan.ByRegion(NatGateway))
        {
            sheet.Add(new LineDraft(CostKind.Network, "nat-gateways", "NAT gateways").Of(gateways), PriceIds.NatGateway, gateways.Key, gateways.Count(), gateways.Count());
            sheet.AddUsage("nat-gateways/data", "data through NAT gateways", PriceIds.NatData, gateways.Key, "images and weights from elsewhere", gateways);
        }
    }

    private static void AddEndpoints(CostedPlan plan, CostSheet sheet)
    {
        foreach (var endpoints in plan.ByRegion(Endpoint))
        {
            // Gateway endpoints cost nothing.
            var interfaces = endpoints.Where(endpoint => (string?)endpoint.Inputs["vpcEndpointType"] == "Interface").ToList();
            if (interfaces.Count > 0)
            {
                // Which subnets they are only AWS knows before; how many there are, everybody.
                var zones = interfaces.Sum(endpoint => endpoint.Resource.Inputs.TryGetValue("subnetIds", out var subnets) && subnets is Model.PlanValue.List { Items: var items } ? items.Count : plan.Zones);
                sheet.Add(
                    new LineDraft(CostKind.Network, "endpoints", $"{Counted.Of(interfaces.Count, "interface endpoint")}, each in its zones").Of(interfaces),
                    PriceIds.Endpoint, endpoints.Key, zones, zones);
                sheet.AddUsage("endpoints/data", "data through interface endpoints", PriceIds.EndpointData, endpoints.Key, "calls of AWS, layers of images", interfaces);
            }
        }
    }
}
