using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>Who reaches a load balancer.</summary>
public enum LoadBalancerScheme
{
    /// <summary>The VPC and what is connected to it.</summary>
    [WireName("internal")]
    Internal,

    /// <summary>Everybody.</summary>
    [WireName("internetFacing")]
    InternetFacing,
}
