using System.Collections.Immutable;

namespace Infra.Components.Traffic;

/// <summary>How the surroundings of a cluster reach a gateway.</summary>
public static class GatewayServices
{
    /// <summary>By a load balancer.</summary>
    public const string LoadBalancer = "loadBalancer";

    /// <summary>By a port of every node.</summary>
    public const string NodePort = "nodePort";

    /// <summary>Not at all, unless somebody forwards a port.</summary>
    public const string ClusterIP = "clusterIP";

    /// <summary>Types of Services in Kubernetes, by these names.</summary>
    public static ImmutableSortedDictionary<string, string> All { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add(LoadBalancer, "LoadBalancer").Add(NodePort, "NodePort").Add(ClusterIP, "ClusterIP");
}
