using Infra.Components.Shared;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>The subnets of nodes and pods, each with a route table of its own to a NAT gateway.</summary>
internal sealed class PrivateSubnets
{
    /// <summary>Declares them as children of the network.</summary>
    public PrivateSubnets(ComponentResource parent, string name, ClusterNetworkArgs args, Ec2.Vpc vpc, PublicSubnets internet)
    {
        foreach (var zone in args.Zones)
        {
            var subnet = new Ec2.Subnet($"{name}-private-{zone.Name}", new Ec2.SubnetArgs
            {
                VpcId = vpc.Id,
                AvailabilityZone = zone.Name,
                CidrBlock = zone.PrivateCidr,
                MapPublicIpOnLaunch = false,
                Tags =
                {
                    ["Name"] = $"{args.ClusterName}-private-{zone.Name}",
                    [SubnetTags.InternalLoadBalancers] = SubnetTags.Yes,
                    [SubnetTags.Karpenter] = args.ClusterName,
                },
            }, Children.Of(parent));
            var table = new Ec2.RouteTable($"{name}-private-{zone.Name}-table", new Ec2.RouteTableArgs
            {
                VpcId = vpc.Id,
                Tags = { ["Name"] = $"{args.ClusterName}-private-{zone.Name}" },
            }, Children.Of(parent));
            _ = new Ec2.Route($"{name}-private-{zone.Name}-default-route", new Ec2.RouteArgs
            {
                RouteTableId = table.Id,
                DestinationCidrBlock = "0.0.0.0/0",
                NatGatewayId = internet.NatOf(zone).Id,
            }, Children.Of(parent));
            _ = new Ec2.RouteTableAssociation($"{name}-private-{zone.Name}-routes", new Ec2.RouteTableAssociationArgs
            {
                SubnetId = subnet.Id,
                RouteTableId = table.Id,
            }, Children.Of(parent));
            ByZone.Add(zone.Name, subnet.Id);
            Ids.Add(subnet.Id);
            RouteTableIds.Add(table.Id);
        }
    }

    /// <summary>Ids by zone.</summary>
    public Dictionary<string, Output<string>> ByZone { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids in the order of the zones.</summary>
    public List<Output<string>> Ids { get; } = [];

    /// <summary>Ids of the route tables in the order of the zones.</summary>
    public List<Output<string>> RouteTableIds { get; } = [];
}
