using Infra.Components.Shared;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>The way out of a network: internet gateway, public subnets and the NAT gateways in them.</summary>
internal sealed class PublicSubnets
{
    private const string Everywhere = "0.0.0.0/0";

    private readonly ComponentResource _parent;
    private readonly string _name;
    private readonly ClusterNetworkArgs _args;
    private readonly Ec2.InternetGateway _gateway;
    private readonly Dictionary<string, Ec2.NatGateway> _nats = new(StringComparer.Ordinal);

    /// <summary>Declares them as children of the network.</summary>
    public PublicSubnets(ComponentResource parent, string name, ClusterNetworkArgs args, Ec2.Vpc vpc)
    {
        (_parent, _name, _args) = (parent, name, args);
        _gateway = new Ec2.InternetGateway($"{name}-internet-gateway", new Ec2.InternetGatewayArgs
        {
            VpcId = vpc.Id,
            Tags = { ["Name"] = args.ClusterName },
        }, Children.Of(parent));
        var table = new Ec2.RouteTable($"{name}-public-routes", new Ec2.RouteTableArgs
        {
            VpcId = vpc.Id,
            Tags = { ["Name"] = $"{args.ClusterName}-public" },
        }, Children.Of(parent));
        var route = new Ec2.Route($"{name}-public-default-route", new Ec2.RouteArgs
        {
            RouteTableId = table.Id,
            DestinationCidrBlock = Everywhere,
            GatewayId = _gateway.Id,
        }, Children.Of(parent));
        foreach (var zone in args.Zones.Where(zone => zone.PublicCidr is not null))
        {
            AddZone(zone, vpc, table, route);
        }
    }

    /// <summary>Ids of the public subnets.</summary>
    public List<Output<string>> Ids { get; } = [];

    /// <summary>The NAT gateway of a zone: its own, or that of the first zone that has one.</summary>
    public Ec2.NatGateway NatOf(NetworkZoneArgs zone) => _nats[zone.NatGateway ? zone.Name : _args.Zones.First(other => other.NatGateway).Name];

    private void AddZone(NetworkZoneArgs zone, Ec2.Vpc vpc, Ec2.RouteTable table, Ec2.Route route)
    {
        var subnet = new Ec2.Subnet($"{_name}-public-{zone.Name}", new Ec2.SubnetArgs
        {
            VpcId = vpc.Id,
            AvailabilityZone = zone.Name,
            CidrBlock = zone.PublicCidr!,
            MapPublicIpOnLaunch = false,
            Tags = { ["Name"] = $"{_args.ClusterName}-public-{zone.Name}", [SubnetTags.PublicLoadBalancers] = SubnetTags.Yes },
        }, Children.Of(_parent));
        var association = new Ec2.RouteTableAssociation($"{_name}-public-{zone.Name}-routes", new Ec2.RouteTableAssociationArgs
        {
            SubnetId = subnet.Id,
            RouteTableId = table.Id,
        }, Children.Of(_parent));
        Ids.Add(subnet.Id);
        if (zone.NatGateway)
        {
            var address = new Ec2.Eip($"{_name}-nat-{zone.Name}-address", new Ec2.EipArgs
            {
                Domain = "vpc",
                Tags = { ["Name"] = $"{_args.ClusterName}-nat-{zone.Name}" },
            }, Children.Of(_parent, _gateway));
            // Without its route a gateway would be there and lead nowhere.
            _nats[zone.Name] = new Ec2.NatGateway($"{_name}-nat-{zone.Name}", new Ec2.NatGatewayArgs
            {
                SubnetId = subnet.Id,
                AllocationId = address.AllocationId,
                ConnectivityType = "public",
                Tags = { ["Name"] = $"{_args.ClusterName}-{zone.Name}" },
            }, Children.Of(_parent, route, association));
        }
    }
}
