using Infra.Components.Monitoring;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>Inputs of <see cref="RayCluster"/>.</summary>
public sealed class RayClusterArgs : ResourceArgs
{
    /// <summary>Name of the cluster and of its Kubernetes objects: at most 51 characters.</summary>
    [Input("rayClusterName", required: true)]
    public required string RayClusterName { get; init; }

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Head and workers. A change of them makes all pods anew.</summary>
    [Input("nodes", required: true)]
    public required RayNodesArgs Nodes { get; init; }

    /// <summary>
    /// Namespaces whose pods may reach dashboard, client port and applications. Default: none, and only the cluster's own pods do. Whoever reaches the
    /// dashboard runs commands with the rights of the cluster.
    /// </summary>
    [Input("clientNamespaces")]
    public List<string> ClientNamespaces { get; init; } = [];

    /// <summary>How Prometheus finds the metrics of the pods. Default: it doesn't.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Namespace of Prometheus, which the pods' policy lets in. Default: none.</summary>
    [Input("prometheusNamespace")]
    public string? PrometheusNamespace { get; init; }

    /// <summary>EKS cluster of the pods, which must run the Pod Identity agent add-on. Default: none; required with a policy.</summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>IAM policy document (JSON) that says what the pods may do in AWS. Default: none.</summary>
    [Input("policy")]
    public Input<string>? Policy { get; init; }
}
