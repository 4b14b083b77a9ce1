using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>Inputs of <see cref="LoadBalancerController"/>.</summary>
public sealed class LoadBalancerControllerArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster, which must run the Pod Identity agent add-on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Region of the cluster.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>AWS account of the cluster.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>VPC of the cluster: pods can't ask the instance's metadata for it, which answers one hop away only.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; init; }

    /// <summary>Tags of all that it makes in AWS. Default: its own alone.</summary>
    [Input("tags")]
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>Whether it may put web ACLs of AWS WAF in front of load balancers. Default: false.</summary>
    [Input("wafv2")]
    public bool Wafv2 { get; init; }

    /// <summary>Pods, 1 or more; one of them leads. Default: 2, on different nodes.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = DefaultReplicas;

    /// <summary>How Prometheus finds it. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(LoadBalancerValues.Footprint(Replicas));

    /// <summary>Default of <see cref="Replicas"/>.</summary>
    public const int DefaultReplicas = 2;
}
