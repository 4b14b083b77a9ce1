using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Components.Queues;
using Infra.Components.Shared;
using Infra.Components.Tenants;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Core.Tenants;
using Infra.Stacks.Configuration;
using Infra.Stacks.Tenants;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Stacks.Clusters;

/// <summary>The namespaces of an environment: its own, and one for each tenant.</summary>
internal sealed class PlatformTenants
{
    private readonly PlatformSettings _settings;
    private readonly Home _own;
    private readonly Dictionary<string, Home> _tenants = new(StringComparer.Ordinal);

    private PlatformTenants(PlatformSettings settings, Output<string> own, Resource before)
    {
        _settings = settings;
        _own = new Home("", own, before);
    }

    /// <summary>What stands in the environment's own namespace.</summary>
    public Home Own => _own;

    /// <summary>All, the environment's own first.</summary>
    public IEnumerable<Home> All => [_own, .. _settings.Tenants.Select(tenant => _tenants[tenant.Name])];

    /// <summary>Names of the tenants' namespaces, by tenant.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Namespaces => _tenants.ToImmutableSortedDictionary(tenant => tenant.Key, tenant => tenant.Value.Namespace, StringComparer.Ordinal);

    /// <summary>Where something stands.</summary>
    /// <param name="tenant">The tenant whose it is; null for none.</param>
    public Home Of(string? tenant) => tenant is null ? _own : _tenants[tenant];

    /// <summary>Declares the environment's own namespace.</summary>
    public static PlatformTenants Create(PlatformSettings settings, PlatformCluster cluster, Providers providers)
    {
        var own = new K8s.Core.V1.Namespace("inference", new CoreV1.NamespaceArgs
        {
            Metadata = PlatformChaos.Agreed(settings, new Meta.ObjectMetaArgs { Name = settings.Namespace, Labels = ManagedBy.Owned.AddRange(PodSecurityLabels.OfModels).AddRange(TrafficPlan.ReadinessGates(settings)) }),
        }, new CustomResourceOptions { Provider = providers.Kubernetes, DependsOn = cluster.Ready.ToArray() });
        return new PlatformTenants(settings, own.Metadata.Apply(metadata => metadata.Name), own);
    }

    /// <summary>Namespaces of another stack, which has declared all of them.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="platform">That stack.</param>
    public static PlatformTenants Elsewhere(PlatformSettings settings, Resource platform)
    {
        var tenants = new PlatformTenants(settings, Output.Create(settings.Namespace), platform);
        foreach (var tenant in settings.Tenants)
        {
            tenants._tenants[tenant.Name] = new Home($"{tenant.Name}-", Output.Create(tenant.NamespaceName), platform);
        }

        return tenants;
    }

    /// <summary>Declares the tenants, and who gets into the cluster for them.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="providers">The providers.</param>
    /// <param name="contracts">Contracts of all pools.</param>
    /// <param name="ray">KubeRay's operator; null where nothing needs it.</param>
    public void CreateTenants(PlatformCluster cluster, Providers providers, IReadOnlyDictionary<string, PoolContract> contracts, ComponentResource? ray)
    {
        var queues = CreateQueues(cluster, providers, contracts, ray);
        foreach (var tenant in _settings.Tenants)
        {
            var declared = new TenantNamespace(
                tenant.Name, Arguments(tenant, contracts), providers.Component([.. cluster.Ready, .. tenant.Queue is null ? Array.Empty<Resource>() : queues]));
            _tenants[tenant.Name] = new Home($"{tenant.Name}-", declared.Namespace, declared);
        }

        if (TenantMembers.Entries(_settings) is [_, ..] entries)
        {
            _ = new TenantAccess("tenants", new TenantAccessArgs { ClusterName = cluster.EksName!, Entries = entries }, providers.Component([.. cluster.Access]));
        }
    }

    private TenantNamespaceArgs Arguments(TenantConfig tenant, IReadOnlyDictionary<string, PoolContract> contracts) => new()
    {
        Tenant = tenant.Name,
        NamespaceName = tenant.NamespaceName,
        Labels = TrafficPlan.ReadinessGates(_settings).ToDictionary(),
        Annotations = PlatformChaos.Agreement(_settings).ToDictionary(),
        Quota = tenant.Quota is { } quota ? TenantQuotas.Hard(quota, contracts.Values) : null,
        Defaults = tenant.Defaults.ToArgs(),
        Viewers = tenant.Access.Viewers.AllGroups(tenant.Name, TenantRole.Viewer),
        Developers = tenant.Access.Developers.AllGroups(tenant.Name, TenantRole.Developer),
        Operators = tenant.Access.Operators.AllGroups(tenant.Name, TenantRole.Operator),
        CalledNamespaces = [.. TenantCalls.Of(_settings, tenant.Name)],
        Queue = tenant.Queue is { } queue
            ? new TenantQueueArgs
            {
                // As the configuration lists the pools, so that its author says which come first.
                Shares = [.. Pools(queue).Select(pool => new FlavorShareArgs { Flavor = pool, Resource = contracts[pool].DeviceResource!, Devices = queue.Devices[pool] })],
            }
            : null,
    };

    private Resource[] CreateQueues(PlatformCluster cluster, Providers providers, IReadOnlyDictionary<string, PoolContract> contracts, ComponentResource? ray)
    {
        if (!TenantMembers.HasQueues(_settings))
        {
            return [];
        }

        var kueue = new KueueOperator(
            "kueue", new KueueOperatorArgs { Ray = ray is not null }, providers.Component([.. cluster.Ready, .. ray is null ? Array.Empty<Resource>() : [ray]]));
        var shared = _settings.Tenants.SelectMany(tenant => tenant.Queue is { } queue ? Pools(queue) : []).ToHashSet(StringComparer.Ordinal);
        return
        [
            kueue,
            new PoolFlavors(
                "pool-flavors",
                new PoolFlavorsArgs { Pools = [.. Ordered().Where(shared.Contains).Select(pool => PoolReferenceArgs.From(contracts[pool]))] },
                providers.Component([.. cluster.Ready, kueue])),
        ];
    }

    private IEnumerable<string> Pools(TenantQueueConfig queue) => Ordered().Where(queue.Devices.ContainsKey);

    private IEnumerable<string> Ordered() => [.. _settings.Pools.Select(pool => pool.Name), .. _settings.EdgePools.Select(pool => pool.Name)];
}
