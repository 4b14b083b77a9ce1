using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.NodeAutoscaling.Resources;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>A pool of NVIDIA GPU nodes that Karpenter launches when pods ask for them.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-node-class     EC2NodeClass: image, volumes, network, IMDSv2
/// NAME-overlay-TYPE   NodeOverlay per instance type, where GPUs are shared (alpha)
/// NAME-node-pool      NodePool: what may be launched, limits, disruption
/// </code>
/// Has to wait for <see cref="Karpenter"/>, whose definitions and controller it needs in both directions.
/// </remarks>
public sealed class KarpenterNodePool : ComponentResource
{
    /// <summary>What workloads and daemon sets on the pool rely on.</summary>
    public PoolContract Contract { get; }

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public KarpenterNodePool(string name, KarpenterNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.KarpenterNodePool, name, args, options)
    {
        var problems = new ConfigProblems();
        var (types, imageAlias) = KarpenterNodePoolCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.KarpenterNodePool);
        var sharing = args.Sharing?.ToSharing() ?? GpuSharing.None;
        Contract = PoolContract.ForNvidia(args.PoolName, types, args.Labels, args.Taints.Select(taint => taint.ToTaint()), sharing);

        var nodeClass = new Ec2NodeClass($"{name}-node-class", NodeClass(args, imageAlias), Children.Root(this, options));
        var overlays = sharing.Mode == GpuSharingMode.None
            ? []
            : types.Select(type => new NodeOverlay($"{name}-overlay-{type.Name}", Overlay(args, type, sharing), Children.Root(this, options))).ToArray();
        var pool = Children.Of(this, [nodeClass, .. overlays]);
        pool.CustomTimeouts = NodePoolTemplates.Timeouts;
        _ = new NodePool($"{name}-node-pool", Pool(args, types, sharing), pool);
        RegisterOutputs();
    }

    private static Ec2NodeClassArgs NodeClass(KarpenterNodePoolArgs args, string imageAlias) => new()
    {
        Metadata = NodePoolTemplates.Owner(args.PoolName),
        Spec = new Ec2NodeClassSpecArgs
        {
            AmiSelectorTerms = { new AmiSelectorTermArgs { Alias = imageAlias } },
            Role = args.NodeRoleName,
            SubnetSelectorTerms = NodePoolTemplates.Ids(args.SubnetIds),
            SecurityGroupSelectorTerms = { new IdSelectorTermArgs { Id = args.SecurityGroupId } },
            BlockDeviceMappings =
            {
                new NodeVolumeArgs
                {
                    DeviceName = AmiTypes.TryGet(args.AmiType, out var ami) ? ami.ContainerStorageDevice : "",
                    Ebs = new NodeEbsArgs { VolumeSize = $"{args.RootVolumeGiB}Gi" },
                },
            },
            MetadataOptions = new NodeMetadataOptionsArgs(),
            Tags = args.InstanceTags,
        },
    };

    // Karpenter knows whole GPUs from EC2; what sharing makes of them it would learn from a running node only.
    private static NodeOverlayArgs Overlay(KarpenterNodePoolArgs args, InstanceType type, GpuSharing sharing)
    {
        var capacity = new Dictionary<string, string> { [ExtendedResources.NvidiaGpu] = "0" };
        foreach (var device in AdvertisedDevice.Of([type], sharing))
        {
            capacity[device.Resource] = device.Count.ToString(CultureInfo.InvariantCulture);
        }

        return new NodeOverlayArgs
        {
            Metadata = NodePoolTemplates.Owner($"{args.PoolName}-{type.Name.Replace('.', '-')}"),
            Spec = new NodeOverlaySpecArgs
            {
                Requirements = { NodePoolTemplates.In("node.kubernetes.io/instance-type", [type.Name]) },
                Capacity = capacity,
            },
        };
    }

    private NodePoolArgs Pool(KarpenterNodePoolArgs args, ImmutableArray<InstanceType> types, GpuSharing sharing) => new()
    {
        Metadata = NodePoolTemplates.Owner(args.PoolName),
        Spec = new NodePoolSpecArgs
        {
            Template = new NodePoolTemplateArgs
            {
                Metadata = new NodePoolTemplateMetadataArgs { Labels = Contract.Labels.ToDictionary() },
                Spec = new NodePoolTemplateSpecArgs
                {
                    NodeClassRef = new NodeClassReferenceArgs { Group = "karpenter.k8s.aws", Kind = "EC2NodeClass", Name = args.PoolName },
                    Requirements = NodePoolTemplates.Requirements(args.InstanceTypes, types[0].Architecture, args.Spot, args.Zones),
                    Taints = NodePoolTemplates.Taints(Contract),
                    // Age alone kills no loaded model; new images come as drift, under the budget.
                    ExpireAfter = "Never",
                },
            },
            Disruption = NodePoolTemplates.Disruption(args.ConsolidateAfter),
            Limits = NodePoolTemplates.DeviceLimits(args.MaxNodes, types, sharing)
                .Add("nodes", args.MaxNodes.ToString(CultureInfo.InvariantCulture)).ToDictionary(),
        },
    };
}
