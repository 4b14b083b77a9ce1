using Infra.Components.Queues;
using Infra.Components.Shared;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Tenants;

/// <summary>The queue of a tenant: what its jobs may have at a time, and where they wait for it.</summary>
internal static class TenantQueues
{
    /// <summary>Declares both.</summary>
    public static void Create(
        ComponentResource parent, string name, TenantNamespaceArgs args, TenantQueueArgs queue, Func<string, Meta.ObjectMetaArgs> metadata, ComponentResourceOptions? options)
    {
        var shared = new ClusterQueue($"{name}-cluster-queue", new ClusterQueueArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = args.Tenant, Labels = TenantNamespace.Labels(args.Tenant).ToDictionary() },
            Spec = new ClusterQueueSpecArgs
            {
                NamespaceSelector = new Meta.LabelSelectorArgs { MatchLabels = { [NamespaceSelectors.Name] = args.NamespaceName } },
                ResourceGroups = queue.Shares.GroupBy(share => share.Resource).Select(group => (Input<ResourceGroupArgs>)Group(group.Key, group)).ToArray(),
            },
        }, Children.Root(parent, options));
        _ = new LocalQueue($"{name}-local-queue", new LocalQueueArgs
        {
            Metadata = metadata(LocalQueue.Default),
            Spec = new LocalQueueSpecArgs { ClusterQueue = args.Tenant },
        }, Children.Root(parent, options, shared));
    }

    // A resource is in one group, and so is a flavor: pools that offer the same device stand together, and a job that one has no room for goes to the next.
    private static ResourceGroupArgs Group(string resource, IEnumerable<FlavorShareArgs> shares) => new()
    {
        CoveredResources = { resource },
        Flavors = shares.Select(share => (Input<FlavorQuotasArgs>)new FlavorQuotasArgs
        {
            Name = share.Flavor,
            Resources = { new FlavorResourceArgs { Name = resource, NominalQuota = $"{share.Devices}" } },
        }).ToArray(),
    };
}
