using Infra.Components.Footprints;
using Infra.Components.Monitoring;
using Infra.Core;
using Pulumi;

namespace Infra.Components.Keda;

/// <summary>Inputs of <see cref="KedaOperator"/>.</summary>
public sealed class KedaOperatorArgs : ResourceArgs
{
    /// <summary>
    /// Name of the EKS cluster, which must run the Pod Identity agent add-on, so that KEDA may read queues with a role of its own. Default: none; then KEDA
    /// has no identity in AWS.
    /// </summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>Pods of the operator, of the metrics server and of the webhooks each, 1 or more; one operator leads. Default: 2.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = DefaultReplicas;

    /// <summary>ARN of the workspace of Amazon Managed Prometheus that its role may query. Default: none.</summary>
    [Input("prometheusWorkspaceArn")]
    public string? PrometheusWorkspaceArn { get; init; }

    /// <summary>ARNs of the queues of Amazon SQS whose length its role may read; those of batches come by themselves. Default: none.</summary>
    [Input("queueArns")]
    public List<string> QueueArns { get; init; } = [];

    /// <summary>How Prometheus finds KEDA. Default: none; the definitions of the Prometheus operator have to exist before.</summary>
    [Input("scraping")]
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>Derived: the pods that the chart makes.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From(KedaValues.Footprints(Replicas));

    /// <summary>Default of <see cref="Replicas"/>.</summary>
    public const int DefaultReplicas = 2;
}
