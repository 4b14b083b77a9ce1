using System.Collections.Immutable;
using Infra.Components.Traffic;
using Infra.Components.Traffic.LoadBalancing;
using Infra.Core.Configuration;
using Infra.Core.Network;
using Infra.Core.Serving.Traffic;

namespace Infra.Stacks.Configuration;

/// <summary>Options of what brings requests to models; each is installed once, where a model's <c>expose</c> names it.</summary>
public sealed record TrafficConfig
{
    /// <summary>The gateway.</summary>
    public GatewayConfig Gateway { get; init; } = new();

    /// <summary>Application Load Balancers.</summary>
    public AlbConfig Alb { get; init; } = new();

    /// <summary>A class of Ingress that the cluster has. Default: none; needed by models with via: ingress.</summary>
    public IngressConfig? Ingress { get; init; }

    /// <summary>Hosted zone of Route 53 in which hosts below its domain get records, by ExternalDNS. Default: none; records are somebody else's.</summary>
    public HostedZoneConfig? HostedZone { get; init; }
}

/// <summary>Options of the gateway.</summary>
public sealed record GatewayConfig
{
    /// <summary>How it is reached from outside the cluster. Default: loadBalancer on EKS, a Network Load Balancer; clusterIP elsewhere, where not every cluster has load balancers.</summary>
    public GatewayService? Service { get; init; }

    /// <summary>Pods of each gateway: there is one for each scheme. Default: 2.</summary>
    [InRange(Min = 1, Max = 50)]
    public int Replicas { get; init; } = ModelGatewayArgs.DefaultReplicas;
}

/// <summary>How a gateway is reached from outside the cluster.</summary>
public enum GatewayService
{
    /// <summary>By a load balancer.</summary>
    [WireName(GatewayServices.LoadBalancer)]
    LoadBalancer,

    /// <summary>By a port of every node.</summary>
    [WireName(GatewayServices.NodePort)]
    NodePort,

    /// <summary>Only from within, or by a port that somebody forwards.</summary>
    [WireName(GatewayServices.ClusterIP)]
    ClusterIp,
}

/// <summary>
/// Options of Application Load Balancers. They come into subnets with the tag <c>kubernetes.io/role/internal-elb</c>, or <c>kubernetes.io/role/elb</c> facing the internet, of which each has the
/// value 1: the network that the stack makes has them, one that exists needs them.
/// </summary>
public sealed record AlbConfig
{
    /// <summary>
    /// Whether the stack installs AWS Load Balancer Controller, of which a cluster has one; false where it is there already. Default: true. EKS Auto Mode has its own,
    /// whatever is said here.
    /// </summary>
    public bool Controller { get; init; } = true;

    /// <summary>Pods of the controller, of which one leads. Default: 2.</summary>
    [InRange(Min = 1, Max = 2)]
    public int Replicas { get; init; } = LoadBalancerControllerArgs.DefaultReplicas;

    /// <summary>Policy of ciphers and versions of TLS. Default: ELBSecurityPolicy-TLS13-1-2-2021-06, that is TLS 1.3 and 1.2.</summary>
    [Matches("ELBSecurityPolicy-[A-Za-z0-9-]+", "a security policy of Elastic Load Balancing")]
    public string SslPolicy { get; init; } = LoadBalancerClassArgs.DefaultSslPolicy;

    /// <summary>ARN of a regional web ACL of AWS WAF in front of them: rate per address, size, what else it knows. Default: none.</summary>
    [Matches("arn:aws:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9_-]+/[0-9a-f-]+", "the ARN of a regional web ACL")]
    public string? WebAclArn { get; init; }

    /// <summary>
    /// Networks of the subnets that load balancers are put into, from which models are called then. Default: those of the network that the stack makes; needed in one
    /// that exists.
    /// </summary>
    public ImmutableArray<Ipv4Network> SourceCidrs { get; init; } = [];
}

/// <summary>A class of Ingress that the cluster has.</summary>
public sealed record IngressConfig
{
    /// <summary>Name of the class.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public required string ClassName { get; init; }

    /// <summary>Namespace of its controller's pods, from which models are called then.</summary>
    [Matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    public required string Namespace { get; init; }
}

/// <summary>A hosted zone of Route 53.</summary>
public sealed record HostedZoneConfig
{
    /// <summary>Its id.</summary>
    [Matches("Z[A-Z0-9]{1,31}", "the id of a hosted zone, such as Z0123456789ABCDEFGHIJ")]
    public required string Id { get; init; }

    /// <summary>Domain below which hosts get records: the zone's own, or one below it.</summary>
    [Matches(ExposeConfig.HostPattern, ExposeConfig.HostAllowed)]
    public required string Domain { get; init; }

    /// <summary>
    /// Where an environment in another region answers for the same hosts in the same zone: which of the two this one is. Route 53 turns to the secondary while the primary's load balancer has no healthy target;
    /// both say it, or neither. Default: none, the hosts are this environment's own.
    /// </summary>
    public FailoverRole? Failover { get; init; }
}
