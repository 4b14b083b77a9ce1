using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Components.Network;

/// <summary>The VPC of a cluster: private subnets for nodes and pods, public ones for NAT and load balancers, endpoints, flow logs.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-vpc
/// NAME-internet-gateway
/// NAME-public-routes              one table for all public subnets
/// NAME-public-default-route
/// NAME-public-ZONE                public subnet, tagged for load balancers that face the internet
/// NAME-public-ZONE-routes         puts it under the table
/// NAME-nat-ZONE-address           Elastic IP of a NAT gateway
/// NAME-nat-ZONE
/// NAME-private-ZONE               private subnet, tagged for internal load balancers and for Karpenter
/// NAME-private-ZONE-table         a table of its own, so that a NAT gateway per zone can come later
/// NAME-private-ZONE-default-route
/// NAME-private-ZONE-routes
/// NAME-pods                       further addresses of the VPC, if pods have their own
/// NAME-pods-ZONE                  subnet of pods
/// NAME-pods-ZONE-routes           puts it under the private subnet's table
/// NAME-endpoint-s3                gateway endpoint: models and image layers don't pay NAT
/// NAME-endpoints                  security group of the interface endpoints
/// NAME-endpoint-SERVICE           interface endpoint
/// NAME-flow-logs-key, NAME-flow-logs, NAME-flow-log-role, NAME-flow-log-policy, NAME-flow-log
/// </code>
/// Nothing in it has a public address but NAT gateways and what load balancers ask for.
/// </remarks>
public sealed class ClusterNetwork : ComponentResource
{
    private readonly IReadOnlyDictionary<string, Output<string>> _privateSubnets;
    private readonly IReadOnlyDictionary<string, Output<string>> _podSubnets;

    /// <summary>Id of the VPC.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; }

    /// <summary>Ids of the private subnets, in the order of the zones.</summary>
    [Output("privateSubnetIds")]
    public Output<string[]> PrivateSubnetIds { get; }

    /// <summary>Ids of the public subnets, in the order of the zones that have one.</summary>
    [Output("publicSubnetIds")]
    public Output<string[]> PublicSubnetIds { get; }

    /// <summary>Declares the network.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible network; the message lists every problem.</exception>
    public ClusterNetwork(string name, ClusterNetworkArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ClusterNetwork, name, args, options)
    {
        Check(name, args);
        var vpc = new Ec2.Vpc($"{name}-vpc", new Ec2.VpcArgs
        {
            CidrBlock = args.Cidr,
            // Private endpoints are names that resolve to private addresses.
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            Tags = { ["Name"] = args.ClusterName },
        }, Children.Root(this, options));
        var internet = new PublicSubnets(this, name, args, vpc);
        var subnets = new PrivateSubnets(this, name, args, vpc, internet);
        _podSubnets = new PodSubnets(this, name, args, vpc, subnets).ByZone;
        VpcEndpoints.Create(this, name, args, vpc, subnets);
        if (args.FlowLogDays is { } days)
        {
            FlowLogs.Create(this, name, args, days, vpc, options);
        }

        VpcId = vpc.Id;
        _privateSubnets = subnets.ByZone;
        PrivateSubnetIds = Output.All(subnets.Ids).Apply(ids => ids.ToArray());
        PublicSubnetIds = Output.All(internet.Ids).Apply(ids => ids.ToArray());
        RegisterOutputs();
    }

    /// <summary>Ids of the private subnets by zone.</summary>
    // Methods, because of public properties Pulumi makes a schema, which has no notation for outputs by name.
    public IReadOnlyDictionary<string, Output<string>> PrivateSubnetsByZone() => _privateSubnets;

    /// <summary>Ids of the pods' own subnets by zone; empty if pods live in the private subnets.</summary>
    public IReadOnlyDictionary<string, Output<string>> PodSubnetsByZone() => _podSubnets;

    private void Check(string name, ClusterNetworkArgs args)
    {
        var problems = new ConfigProblems();
        ClusterNetworkCheck.Run(name, args, problems);
        if (!problems.IsEmpty)
        {
            throw new ResourceException(problems.Render(ComponentTypes.ClusterNetwork), this, hideStack: true);
        }
    }
}
