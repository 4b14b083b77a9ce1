using Infra.Components.Shared;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>Subnets of pods alone, in addresses of their own; they leave the VPC as the private subnets of their zones do.</summary>
internal sealed class PodSubnets
{
    /// <summary>Declares them as children of the network; none if pods have no addresses of their own.</summary>
    public PodSubnets(ComponentResource parent, string name, ClusterNetworkArgs args, Ec2.Vpc vpc, PrivateSubnets nodes)
    {
        if (args.PodCidr is not { } cidr)
        {
            return;
        }

        var range = new Ec2.VpcIpv4CidrBlockAssociation(
            $"{name}-pods", new Ec2.VpcIpv4CidrBlockAssociationArgs { VpcId = vpc.Id, CidrBlock = cidr }, Children.Of(parent));
        foreach (var (zone, table) in args.Zones.Zip(nodes.RouteTableIds))
        {
            // No load balancer belongs here and no node, so it has none of the tags by which these are placed.
            var subnet = new Ec2.Subnet($"{name}-pods-{zone.Name}", new Ec2.SubnetArgs
            {
                VpcId = vpc.Id,
                AvailabilityZone = zone.Name,
                CidrBlock = zone.PodCidr!,
                MapPublicIpOnLaunch = false,
                Tags = { ["Name"] = $"{args.ClusterName}-pods-{zone.Name}" },
            }, Children.Of(parent, range));
            var routes = new Ec2.RouteTableAssociation($"{name}-pods-{zone.Name}-routes", new Ec2.RouteTableAssociationArgs
            {
                SubnetId = subnet.Id,
                RouteTableId = table,
            }, Children.Of(parent));
            // Known once pods in it have a way out.
            ByZone.Add(zone.Name, Output.Tuple(subnet.Id, routes.Id).Apply(both => both.Item1));
        }
    }

    /// <summary>Ids by zone.</summary>
    public Dictionary<string, Output<string>> ByZone { get; } = new(StringComparer.Ordinal);
}
