using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;
using Pulumi;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Stacks.Clusters;

/// <summary>The pools of an environment: who launches their nodes, and what each promises to those who run on it.</summary>
internal sealed class PlatformPools(string environment, PlatformSettings settings, PlatformCluster cluster, Providers providers)
{
    private readonly Dictionary<string, PoolContract> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComponentResource> _managed = new(StringComparer.Ordinal);
    private Karpenter? _karpenter;

    /// <summary>Contract of every pool, by name.</summary>
    public IReadOnlyDictionary<string, PoolContract> Contracts => _contracts;

    /// <summary>The pools that the stack manages, by name.</summary>
    public IReadOnlyDictionary<string, ComponentResource> Managed => _managed;

    /// <summary>Declares the node autoscaler, which outlives the pools, and the pools.</summary>
    public void Create()
    {
        CreateAutoscaler();
        foreach (var pool in settings.Pools)
        {
            if (pool.ExistingNodes is { } nodes)
            {
                _contracts[pool.Name] = PoolContract.ForExistingNodes(pool.Name, nodes.Labels, nodes.Taints.Select(taint => taint.ToTaint()), nodes.GpusPerNode);
                continue;
            }

            (_contracts[pool.Name], _managed[pool.Name]) = settings.NodeAutoscaling.Kind switch
            {
                NodeAutoscalerKind.Karpenter => KarpenterPool(pool),
                NodeAutoscalerKind.AutoMode => AutoModePool(pool),
                _ => NodeGroup(pool),
            };
            LegacyTypes.Warn(pool, _managed[pool.Name]);
        }
    }

    private void CreateAutoscaler()
    {
        var config = settings.NodeAutoscaling;
        switch (config.Kind)
        {
            case NodeAutoscalerKind.ClusterAutoscaler:
                _ = new ClusterAutoscaler("cluster-autoscaler", new ClusterAutoscalerArgs
                {
                    ClusterName = cluster.DisplayName,
                    Region = settings.Aws!.Region,
                    KubernetesVersion = settings.KubernetesVersion!,
                    Replicas = config.Replicas,
                    PreferredNodeGroups = PreferredNodeGroups(),
                    Scraping = PlatformAccelerators.Scraping(settings),
                }, providers.Component([.. cluster.Ready]));
                break;
            case NodeAutoscalerKind.Karpenter:
                _karpenter = new Karpenter("karpenter", new KarpenterArgs
                {
                    ClusterName = cluster.DisplayName,
                    Region = settings.Aws!.Region,
                    AccountId = settings.Aws.AccountId,
                    Replicas = config.Replicas,
                    NodeOverlays = config.NodeOverlays,
                    AttachCniPolicy = cluster.CniUsesNodeRole,
                    Scraping = PlatformAccelerators.Scraping(settings),
                }, providers.Component([.. cluster.Ready]));
                break;
        }
    }

    private List<string> PreferredNodeGroups() =>
    [
        .. PoolPreference.Of(settings.Models)
            .Select(name => settings.Pools.Single(pool => pool.Name == name))
            .Where(pool => pool.ExistingNodes is null)
            .SelectMany(pool => NodeGroupNames.Of(
                PoolArguments.NodeGroupName(environment, pool), pool.PerZone ? [.. cluster.SubnetsOf(pool.Zones).Select(subnet => subnet.Zone)] : [])),
    ];

    private (PoolContract, ComponentResource) NodeGroup(PoolConfig pool)
    {
        var group = new GpuNodePool(pool.Name, PoolArguments.Of(environment, settings, pool, cluster), providers.Component([.. cluster.BeforeNodes]));
        return (group.Contract, group);
    }

    private (PoolContract, ComponentResource) KarpenterPool(PoolConfig pool)
    {
        var nodes = new KarpenterNodePool(pool.Name, new KarpenterNodePoolArgs
        {
            PoolName = pool.Name,
            InstanceTypes = [.. pool.InstanceTypes],
            AmiType = PoolSpecs.Of(pool, settings).AmiTypeName,
            AmiReleaseVersion = pool.AmiReleaseVersion!,
            Spot = pool.CapacityType == CapacityType.Spot,
            MaxNodes = pool.Capacity!.Max,
            Zones = [.. pool.Zones],
            SubnetIds = Subnets(pool),
            SecurityGroupId = SecurityGroup(),
            NodeRoleName = _karpenter!.NodeRoleName,
            RootVolumeGiB = PoolArguments.RootVolumeGiB(settings, pool),
            Sharing = Sharing(pool),
            Labels = pool.Labels.ToDictionary(),
            Taints = Taints(pool),
            InstanceTags = Tags.For(environment, settings.Aws).ToDictionary(),
        }, providers.Component([.. cluster.BeforeNodes, _karpenter]));
        return (nodes.Contract, nodes);
    }

    private (PoolContract, ComponentResource) AutoModePool(PoolConfig pool)
    {
        var nodes = new EksAutoModeNodes(pool.Name, new EksAutoModeNodesArgs
        {
            ClusterName = cluster.EksName!,
            PoolName = pool.Name,
            InstanceTypes = [.. pool.InstanceTypes],
            Spot = pool.CapacityType == CapacityType.Spot,
            MaxNodes = pool.Capacity!.Max,
            Zones = [.. pool.Zones],
            SubnetIds = Subnets(pool),
            SecurityGroupId = SecurityGroup(),
            EphemeralStorageGiB = PoolArguments.RootVolumeGiB(settings, pool),
            Labels = pool.Labels.ToDictionary(),
            Taints = Taints(pool),
            InstanceTags = Tags.For(environment, settings.Aws).ToDictionary(),
        }, providers.Component([.. cluster.BeforeNodes]));
        return (nodes.Contract, nodes);
    }

    // The one that EKS makes for control plane and nodes; asked of the cluster, which exists by then.
    private Output<string> SecurityGroup() => Eks.GetCluster
        .Invoke(new Eks.GetClusterInvokeArgs { Name = cluster.EksName! }, new InvokeOptions { Provider = providers.Aws })
        .Apply(found => found.VpcConfig.ClusterSecurityGroupId);

    private static GpuSharingArgs? Sharing(PoolConfig pool) => pool.Sharing is null ? null : GpuSharingArgs.From(pool.Sharing.ToSharing());

    private static List<TaintArgs> Taints(PoolConfig pool) => [.. pool.Taints.Select(taint => TaintArgs.From(taint.ToTaint()))];

    private InputList<string> Subnets(PoolConfig pool) => cluster.SubnetsOf(pool.Zones).Select(subnet => subnet.SubnetId).ToArray();
}
