using Infra.Components.Shared;
using Infra.Core.Nodes;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Nodes;

/// <summary>What the nodes of a pool with EFA need around them.</summary>
internal sealed record EfaNetwork
{
    /// <summary>Security groups of every interface: the cluster's, which EKS doesn't add to a launch template with interfaces, and one for EFA.</summary>
    public required InputList<string> SecurityGroups { get; init; }

    /// <summary>Name of the placement group; null where reserved capacity is placed already.</summary>
    public Input<string>? PlacementGroup { get; init; }

    /// <summary>Declares them as children of a pool.</summary>
    /// <param name="parent">The pool.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where its nodes are.</param>
    /// <param name="options">Options of the pool.</param>
    public static EfaNetwork Create(ComponentResource parent, string name, EfaPlace place, ComponentResourceOptions? options)
    {
        var group = new SecurityGroup($"{name}-efa", new SecurityGroupArgs
        {
            Description = $"EFA among the nodes of the pool {place.PoolName}",
            VpcId = place.VpcId,
            // EFA asks for a rule that names the group itself in both directions; one for all addresses won't do
            // (EC2 user guide, "Get started with EFA and MPI", step 1; the security group that AWS PCS makes has the same two).
            Ingress = { new SecurityGroupIngressArgs { Protocol = AllTraffic, FromPort = 0, ToPort = 0, Self = true } },
            Egress = { new SecurityGroupEgressArgs { Protocol = AllTraffic, FromPort = 0, ToPort = 0, Self = true } },
        }, Children.Root(parent, options));
        return new EfaNetwork
        {
            SecurityGroups = new[] { place.ClusterSecurityGroupId.ToOutput(), group.Id },
            // Reserved capacity lies where it lies: in a group of ours most of it could not be launched (eksctl #7949).
            PlacementGroup = !place.IsReserved
                ? (Input<string>)new PlacementGroup($"{name}-placement", new PlacementGroupArgs { Strategy = PlacementStrategy.Cluster }, Children.Root(parent, options)).Name
                : null,
        };
    }

    private const string AllTraffic = "-1";

    /// <summary>The interfaces of a launch template.</summary>
    public InputList<LaunchTemplateNetworkInterfaceArgs> Interfaces(IEnumerable<NodeInterface> interfaces)
    {
        var list = new InputList<LaunchTemplateNetworkInterfaceArgs>();
        foreach (var (card, device, type) in interfaces)
        {
            list.Add(new LaunchTemplateNetworkInterfaceArgs
            {
                NetworkCardIndex = card,
                DeviceIndex = device,
                InterfaceType = type,
                DeleteOnTermination = "true",
                SecurityGroups = SecurityGroups,
            });
        }

        return list;
    }
}
