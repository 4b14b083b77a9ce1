using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>Names of who reaches a load balancer.</summary>
public static class LoadBalancerSchemes
{
    /// <summary>The name in configuration and component inputs.</summary>
    public static string Name(LoadBalancerScheme scheme) => WireNames.Name(scheme);

    /// <summary>The name in the API of Elastic Load Balancing.</summary>
    public static string AwsName(LoadBalancerScheme scheme) => scheme == LoadBalancerScheme.Internal ? "internal" : "internet-facing";

    /// <summary>Short name, for objects that there is one of for each scheme.</summary>
    public static string ShortName(LoadBalancerScheme scheme) => scheme == LoadBalancerScheme.Internal ? "internal" : "public";
}
