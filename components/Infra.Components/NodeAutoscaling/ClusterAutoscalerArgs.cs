using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Inputs of <see cref="ClusterAutoscaler"/>.</summary>
public sealed class ClusterAutoscalerArgs : ResourceArgs
{
    /// <summary>
    /// Name of the EKS cluster, which must run the Pod Identity agent add-on. Plain: the tags by which the autoscaler finds and
    /// may change its groups contain it.
    /// </summary>
    [Input("clusterName", required: true)]
    public required string ClusterName { get; init; }

    /// <summary>Region of the cluster.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>Kubernetes version of the cluster, e.g. <c>1.35</c>; the autoscaler's image is of the same minor version.</summary>
    [Input("kubernetesVersion", required: true)]
    public required string KubernetesVersion { get; init; }

    /// <summary>Pods of the autoscaler, 1 or 2; one of them leads. Default: 2, on different nodes.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 2;

    /// <summary>
    /// Names of EKS node groups in the order in which they grow where a pod may run on several; any group comes after them. Default: none, and the group
    /// that leaves the least idle grows.
    /// </summary>
    [Input("preferredNodeGroups")]
    public List<string> PreferredNodeGroups { get; init; } = [];

    /// <summary>How Prometheus finds the autoscaler. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(ClusterAutoscalerValues.Footprint(Replicas));
}
