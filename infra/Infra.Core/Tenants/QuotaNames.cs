using Infra.Core.Nodes;

namespace Infra.Core.Tenants;

/// <summary>Names of what a ResourceQuota counts (kubernetes.io, "Resource Quotas").</summary>
public static class QuotaNames
{
    /// <summary>CPU that pods request.</summary>
    public const string Cpu = "requests.cpu";

    /// <summary>Memory that pods request.</summary>
    public const string Memory = "requests.memory";

    /// <summary>Storage that claims request.</summary>
    public const string Storage = "requests.storage";

    /// <summary>Claims of volumes.</summary>
    public const string Claims = "persistentvolumeclaims";

    /// <summary>Pods that haven't ended.</summary>
    public const string Pods = "pods";

    /// <summary>Services with a load balancer of their own.</summary>
    public const string LoadBalancers = "services.loadbalancers";

    /// <summary>Services with a port on every node.</summary>
    public const string NodePorts = "services.nodeports";

    /// <summary>What an extended resource is counted as: only requests of these can be counted, and they are never more than one asked for.</summary>
    /// <param name="resource">The resource.</param>
    public static string Device(string resource) => $"requests.{resource}";

    /// <summary>
    /// Devices that a quota counts even where it doesn't name them, as none: a name that is left out is not limited. Pieces of MIG have a name per size; those of the pools come on top.
    /// Interfaces of EFA come with GPUs and are free.
    /// </summary>
    public static IReadOnlyList<string> AlwaysCounted { get; } =
    [
        ExtendedResources.NvidiaGpu, ExtendedResources.NvidiaGpuShared, ExtendedResources.AmdGpu, ExtendedResources.Gaudi, ExtendedResources.Neuron, ExtendedResources.NeuronCore,
    ];
}
