using System.Globalization;
using Infra.Components.NodeAutoscaling.Resources;
using Infra.Components.Nodes;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>A pool of nodes with GPUs or Neuron devices that Karpenter launches when pods ask for them.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-efa            security group for EFA, where the pool uses it
/// NAME-placement      placement group for EFA, unless capacity is reserved
/// NAME-node-class     EC2NodeClass: image, volumes, network, IMDSv2
/// NAME-overlay-TYPE   NodeOverlay per instance type, where GPUs are shared (alpha)
/// NAME-node-pool      NodePool: what may be launched, limits, disruption
/// </code>
/// Has to wait for <see cref="Karpenter"/>, whose definitions and controller it needs in both directions.
/// </remarks>
public sealed class KarpenterNodePool : PoolComponent
{
    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public KarpenterNodePool(string name, KarpenterNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.KarpenterNodePool, name, args, options)
    {
        var problems = new ConfigProblems();
        var (pool, imageAlias) = KarpenterNodePoolCheck.Run(name, args, problems);
        problems.ThrowAt(this, ComponentTypes.KarpenterNodePool);
        Contract = PoolContract.ForAccelerators(
            args.PoolName, pool.InstanceTypes, args.Labels, args.Taints.Select(taint => taint.ToTaint()), pool.Sharing, args.Efa, pool.Ami!);

        var efa = args.Efa
            ? EfaNetwork.Create(this, name, new EfaPlace(args.PoolName, args.VpcId!, args.SecurityGroupId, args.ReservationId is not null), options)
            : null;
        var nodeClass = new Ec2NodeClass($"{name}-node-class", KarpenterNodeClass.For(args, pool, imageAlias, efa), Children.Root(this, options));
        var overlays = pool.Sharing.Mode == GpuSharingMode.None
            ? []
            : pool.InstanceTypes.Select(type => new NodeOverlay($"{name}-overlay-{type.Name}", Overlay(args, type, pool.Sharing), Children.Root(this, options))).ToArray();
        var after = Children.Of(this, [nodeClass, .. overlays]);
        after.CustomTimeouts = NodePoolTemplates.Timeouts;
        _ = new NodePool($"{name}-node-pool", Pool(args, pool), after);
        RegisterOutputs();
    }

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

    private NodePoolArgs Pool(KarpenterNodePoolArgs args, CheckedNodePool pool)
    {
        var requirements = NodePoolTemplates.Requirements(args, pool.InstanceTypes[0].Architecture);
        if (args.ReservationId is not null)
        {
            requirements.Add(NodePoolTemplates.In(
                "karpenter.k8s.aws/capacity-reservation-type", [CapacityTypes.FromEks(args.CapacityType) == CapacityType.CapacityBlock ? "capacity-block" : "default"]));
        }

        return new NodePoolArgs
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
                        Requirements = requirements,
                        Taints = NodePoolTemplates.Taints(Contract),
                        // Age alone kills no loaded model; new images come as drift, under the budget.
                        ExpireAfter = "Never",
                    },
                },
                Disruption = NodePoolTemplates.Disruption(args.ConsolidateAfter),
                Limits = NodePoolTemplates.DeviceLimits(args.MaxNodes, pool)
                    .Add("nodes", args.MaxNodes.ToString(CultureInfo.InvariantCulture)).ToDictionary(),
            },
        };
    }
}
