using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Inputs of <see cref="Karpenter"/>.</summary>
public sealed class KarpenterArgs : ResourceArgs
{
    /// <summary>
    /// Name of the EKS cluster, which must run the Pod Identity agent add-on and authenticate through access entries. Plain: tags and
    /// policies contain it.
    /// </summary>
    [Input("clusterName", required: true)]
    public required string ClusterName { get; init; }

    /// <summary>Region of the cluster.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>AWS account of the cluster.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>Pods of the controller, 1 or more, each on a node of its own; one of them leads. Default: 2.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 2;

    /// <summary>
    /// Whether Karpenter heeds <c>NodeOverlay</c> (alpha), without which it doesn't know what shared GPUs offer. Default: false.
    /// </summary>
    [Input("nodeOverlays")]
    public bool NodeOverlays { get; init; }

    /// <summary>
    /// Whether the nodes' role carries the policy of the VPC CNI. Default: true; false for clusters whose VPC CNI add-on has an identity
    /// of its own.
    /// </summary>
    [Input("attachCniPolicy")]
    public bool AttachCniPolicy { get; init; } = true;

    /// <summary>How Prometheus finds the controller. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(KarpenterValues.Footprint(Replicas));
}
