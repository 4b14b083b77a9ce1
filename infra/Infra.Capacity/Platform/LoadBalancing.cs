namespace Infra.Capacity.Platform;

/// <summary>Who of the ready replicas gets the next request.</summary>
public enum LoadBalancing
{
    /// <summary>Any, with the same chance: kube-proxy in its mode iptables, connection by connection (kubernetes.io, "Virtual IPs and Service Proxies").</summary>
    Random,

    /// <summary>One after the other: an Application Load Balancer by default, kube-proxy in its mode ipvs.</summary>
    RoundRobin,

    /// <summary>The one with the fewest requests in work: an Application Load Balancer told so, or Envoy where it looks at all.</summary>
    LeastRequests,

    /// <summary>The one with fewer requests of two that are drawn, which may be the same one twice: Envoy's <c>LEAST_REQUEST</c> with its default of two choices (envoyproxy/envoy, least_request_lb.cc, unweightedHostPickNChoices).</summary>
    LeastOfTwo,

    /// <summary>The one with fewer requests of two different ones that are drawn: Ray Serve's router.</summary>
    LeastOfPair,
}
