using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>The pools of an environment: who launches their nodes, and what each promises to those who run on it.</summary>
internal sealed class PlatformPools(string environment, PlatformSettings settings, PlatformCluster cluster, Providers providers)
{
    private readonly Dictionary<string, PoolContract> _contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComponentResource> _managed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EdgePool> _edge = new(StringComparer.Ordinal);
    private Karpenter? _karpenter;

    /// <summary>Contract of every pool, by name.</summary>
    public IReadOnlyDictionary<string, PoolContract> Contracts => _contracts;

    /// <summary>The pools that the stack manages, by name.</summary>
    public IReadOnlyDictionary<string, ComponentResource> Managed => _managed;

    /// <summary>The pools of nodes outside AWS, by name.</summary>
    public IReadOnlyDictionary<string, EdgePool> Edge => _edge;

    /// <summary>Pools of another stack: what they promise follows from the configuration, and nothing is declared.</summary>
    public void Know()
    {
        foreach (var (name, contract) in PoolContracts.Of(settings))
        {
            _contracts[name] = contract;
        }
    }

    /// <summary>Declares the node autoscaler, which outlives the pools, and the pools.</summary>
    public void Create()
    {
        CreateAutoscaler();
        foreach (var pool in settings.Pools)
        {
            if (pool.ExistingNodes is { } nodes)
            {
                _contracts[pool.Name] = PoolContracts.OfExisting(pool.Name, nodes);
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

        foreach (var pool in settings.EdgePools)
        {
            _edge[pool.Name] = new EdgePool(pool.Name, new EdgePoolArgs
            {
                ClusterName = cluster.EksName!,
                Region = settings.Aws!.Region,
                AccountId = settings.Aws.AccountId,
                PoolName = pool.Name,
                Accelerator = pool.Accelerator,
                DevicesPerNode = pool.DevicesPerNode,
                Labels = pool.Labels.ToDictionary(),
                Taints = [.. pool.Taints.Select(taint => TaintArgs.From(taint.ToTaint()))],
            }, providers.Component([.. cluster.Access]));
            _contracts[pool.Name] = _edge[pool.Name].Contract;
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
                    Scraping = settings.Monitoring.Scraping(),
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
                    Scraping = settings.Monitoring.Scraping(),
                }, providers.Component([.. cluster.Ready]));
                break;
            case NodeAutoscalerKind.AutoMode when settings.Cluster.Eks is not null:
                AutoModeNetworkPolicies.Enable(cluster, providers);
                break;
        }
    }

    private List<string> PreferredNodeGroups() =>
    [
        .. PoolPreference.Of(settings)
            // Nodes outside AWS nobody starts.
            .Select(name => settings.Pools.FirstOrDefault(pool => pool.Name == name))
            .OfType<PoolConfig>()
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
        var nodes = new KarpenterNodePool(
            pool.Name, LaunchedPoolArguments.Karpenter(environment, settings, pool, cluster, _karpenter!.NodeRoleName), providers.Component([.. cluster.BeforeNodes, _karpenter]));
        return (nodes.Contract, nodes);
    }

    private (PoolContract, ComponentResource) AutoModePool(PoolConfig pool)
    {
        var nodes = new EksAutoModeNodes(
            pool.Name, LaunchedPoolArguments.AutoMode(environment, settings, pool, cluster), providers.Component([.. cluster.BeforeNodes]));
        return (nodes.Contract, nodes);
    }
}
