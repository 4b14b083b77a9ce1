using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Components.Nodes;

/// <summary>A pool of nodes with NVIDIA GPUs or Neuron devices in an EKS cluster, as managed node groups.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role                  IAM role of the nodes, unless one exists
/// NAME-role-worker           policy attachments of the role
/// NAME-role-cni              unless the VPC CNI has an identity of its own
/// NAME-role-registry
/// NAME-efa                   with EFA: security group that the nodes share
/// NAME-placement             with EFA, unless capacity is reserved: cluster placement group
/// NAME-launch-template       IMDSv2, volumes, interfaces, user data, tags of what EC2 launches
/// NAME-node-group            the EKS managed node group; NAME-node-group-ZONE with one per zone
/// </code>
/// Where a node autoscaler owns the size, the desired size is set to the minimum and ignored afterwards; refresh before an
/// update (Pulumi.yaml, <c>refresh: always</c>), or the update would set the recorded size back.
/// </remarks>
public sealed class GpuNodePool : PoolComponent
{
    /// <summary>Names of the EKS node groups: one, or one per zone in the order of the zones.</summary>
    [Output("nodeGroupNames")]
    public Output<string[]> NodeGroupNames { get; }

    /// <summary>ARN of the nodes' IAM role.</summary>
    [Output("nodeRoleArn")]
    public Output<string> NodeRoleArn { get; }

    /// <summary>EKS AMI type of the nodes.</summary>
    [Output("amiType")]
    public Output<string> AmiType { get; }

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public GpuNodePool(string name, GpuNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.GpuNodePool, name, args, options)
    {
        var pool = Check(name, args);
        AmiType = Output.Create(pool.Ami!.Name);
        Contract = PoolContract.ForAccelerators(
            args.PoolName, pool.InstanceTypes, args.Labels, args.Taints.Select(taint => taint.ToTaint()), pool.Sharing, args.Efa, pool.Ami);

        var role = args.NodeRoleArn is { } existing
            ? NodeGroupRole.Existing(existing)
            : NodeGroupRole.Create(this, $"{name}-role", args.PoolName, args.AttachCniPolicy, options);
        var efa = args.Efa ? EfaNetwork.Create(this, name, new EfaPlace(args.PoolName, args.VpcId!, args.ClusterSecurityGroupId!, args.Reservation is not null), options) : null;
        var launchTemplate = new Ec2.LaunchTemplate(
            $"{name}-launch-template", NodeLaunchTemplate.For(Template(args, pool, efa)), Children.Root(this, options));
        var nodeGroups = new NodeGroups(this, name, args, role, launchTemplate).Create(NodeTemplateTags.Of(
            Contract, SmallestNode(args, pool.InstanceTypes), KubeletReservation.AllocatableStorage(Disk(args, pool))));

        NodeGroupNames = Output.All(nodeGroups.Select(group => group.NodeGroupName)).Apply(names => names.ToArray());
        NodeRoleArn = role.Arn;
        RegisterOutputs();
    }

    private CheckedNodePool Check(string name, GpuNodePoolArgs args)
    {
        var problems = new ConfigProblems();
        var pool = GpuNodePoolCheck.Run(name, args, problems);
        return problems.IsEmpty ? pool : throw new ResourceException(problems.Render(ComponentTypes.GpuNodePool), this, hideStack: true);
    }

    private static NodeTemplate Template(GpuNodePoolArgs args, CheckedNodePool pool, EfaNetwork? efa) => new()
    {
        PoolName = args.PoolName,
        DisplayName = args.NodeGroupName,
        Ami = pool.Ami!,
        RootVolumeGiB = args.RootVolumeGiB,
        RootVolumeIops = args.RootVolumeIops,
        RootVolumeThroughput = args.RootVolumeThroughput,
        Snapshot = args.Images.Snapshot,
        SnapshotRate = args.Images.SnapshotRate,
        UserData = NodeUserData.For(pool.Ami!, args.LocalNvme, pool.Sharing, args.Images.ParallelPull),
        InstanceType = args.IsCapacityBlock ? args.InstanceTypes[0] : null,
        MarketType = args.IsCapacityBlock ? "capacity-block" : null,
        Reservation = args.Reservation,
        Interfaces = efa?.Interfaces(EfaInterfaces.Of(pool.InstanceTypes[0])),
        PlacementGroup = efa?.PlacementGroup,
        InstanceTags = args.InstanceTags,
    };

    // Of several types a pod may get each, so the least of each counts.
    private static Allocatable SmallestNode(GpuNodePoolArgs args, ImmutableArray<InstanceType> types)
    {
        var nodes = types.Select(type => type.Allocatable).ToList();
        return new Allocatable(
            new CpuQuantity(nodes.Min(node => node.Cpu.Millicores)),
            new ByteSize(nodes.Min(node => node.Memory.Bytes)),
            args.PodsPerNode ?? types.Min(type => type.PodLimits.OfManagedNode(prefixes: false)),
            nodes.Max(node => node.Basis));
    }

    private static ByteSize Disk(GpuNodePoolArgs args, CheckedNodePool pool) =>
        args.LocalNvme ? NodeStorage.LocalNvme(pool.InstanceTypes) : ByteSize.FromGibibytes(args.RootVolumeGiB);
}
