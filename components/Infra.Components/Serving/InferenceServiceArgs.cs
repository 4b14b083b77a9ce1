using Infra.Components.Nodes;
using Infra.Core.Serving.Backends;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Inputs of <see cref="InferenceService"/>.</summary>
public sealed class InferenceServiceArgs : ResourceArgs
{
    /// <summary>Model name: name of all Kubernetes objects and part of the URL. A DNS label of at most 44 characters (<see cref="Core.Serving.ModelNames.MaxLength"/>).</summary>
    [Input("model", required: true)]
    public required string Model { get; init; }

    /// <summary>
    /// Namespace of all objects; must exist. Where the same program creates it, take it from the namespace's outputs, so
    /// that every object waits for it.
    /// </summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>The model server: <c>tensorflow-serving</c>.</summary>
    [Input("runtime", required: true)]
    public required string Runtime { get; init; }

    /// <summary>What keeps the pods running: <c>plain</c>, <c>kserve</c>, <c>ray</c> or <c>leaderWorkerSet</c>. Default: plain.</summary>
    [Input("backend")]
    public string Backend { get; init; } = ServingBackends.PlainName;

    /// <summary>Where the model's files come from.</summary>
    [Input("source", required: true)]
    public required ModelSourceArgs Source { get; init; }

    /// <summary>Upper bound of the model's files as Kubernetes quantity; sizes the volume and the cold-start budget.</summary>
    [Input("modelSize", required: true)]
    public required string ModelSize { get; init; }

    /// <summary>Pools that the model may run on, in order of preference; at least one.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Needs of one replica.</summary>
    [Input("resources", required: true)]
    public required ResourcesArgs Resources { get; init; }

    /// <summary>Whether a pool may have to launch a node for a replica, which makes the cold-start budget longer. Default: false.</summary>
    [Input("newNodes")]
    public bool NewNodes { get; init; }

    /// <summary>Fixed number of replicas, 1 or more. Default: 1. Not used with <see cref="Autoscaling"/>.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>Horizontal autoscaling; null for a fixed number of replicas.</summary>
    [Input("autoscaling")]
    public AutoscalingArgs? Autoscaling { get; init; }

    /// <summary>Scraping and alerts; null where the Prometheus operator isn't installed.</summary>
    [Input("monitoring")]
    public MonitoringArgs? Monitoring { get; init; }

    /// <summary>Namespaces whose pods may call the model, beside its own. Default: none.</summary>
    [Input("clientNamespaces")]
    public List<string> ClientNamespaces { get; init; } = [];

    /// <summary>
    /// Priority class of the pods, such as one of <see cref="Nodes.SchedulingPriorities"/>, which has to exist before. Default: none; the pods then have
    /// the cluster's default priority, which is 0 where nobody set another, and push out room holders.
    /// </summary>
    [Input("priorityClass")]
    public string? PriorityClass { get; init; }
}
