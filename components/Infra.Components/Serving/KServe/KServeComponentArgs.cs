using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.KServe;

/// <summary>
/// Predictor or transformer of a <see cref="KServeInferenceService"/>: a pod's specification and, beside its fields, how many such pods there are. Of the
/// pod's fields it has those that models use.
/// </summary>
public sealed class KServeComponentArgs : ResourceArgs
{
    /// <summary>The model, where a <see cref="KServeServingRuntime"/> has the server.</summary>
    [Input("model")]
    public Input<KServeModelArgs>? Model { get; set; }

    /// <summary>Labels of the pods, and of Deployment and Service.</summary>
    [Input("labels")]
    public InputMap<string> Labels { get; set; } = new();

    /// <summary>Annotations of the pods, and of Deployment and Service.</summary>
    [Input("annotations")]
    public InputMap<string> Annotations { get; set; } = new();

    /// <summary>Fewest pods; their number, where nothing scales them. Left out where an autoscaler of ours owns the number.</summary>
    [Input("minReplicas")]
    public Input<int>? MinReplicas { get; set; }

    /// <summary>Most pods. Default: as many as the fewest.</summary>
    [Input("maxReplicas")]
    public Input<int>? MaxReplicas { get; set; }

    /// <summary>What scales them.</summary>
    [Input("autoScaling")]
    public Input<KServeAutoScalingArgs>? AutoScaling { get; set; }

    /// <summary>Requests that are gathered on their way to the server. Default: none.</summary>
    [Input("batcher")]
    public Input<KServeBatcherArgs>? Batcher { get; set; }

    /// <summary>How pods are replaced.</summary>
    [Input("deploymentStrategy", required: true)]
    public required Input<DeploymentStrategyArgs> DeploymentStrategy { get; set; }

    /// <summary>Containers; none where a runtime has the server.</summary>
    [Input("containers")]
    public InputList<ContainerArgs> Containers { get; set; } = new();

    /// <summary>Containers that run before.</summary>
    [Input("initContainers")]
    public InputList<ContainerArgs> InitContainers { get; set; } = new();

    /// <summary>Volumes.</summary>
    [Input("volumes")]
    public InputList<VolumeArgs> Volumes { get; set; } = new();

    /// <summary>Service account.</summary>
    [Input("serviceAccountName")]
    public Input<string>? ServiceAccountName { get; set; }

    /// <summary>Whether the pods have a token for the API server.</summary>
    [Input("automountServiceAccountToken")]
    public Input<bool>? AutomountServiceAccountToken { get; set; }

    /// <summary>Whether the environment names the namespace's Services.</summary>
    [Input("enableServiceLinks")]
    public Input<bool>? EnableServiceLinks { get; set; }

    /// <summary>Priority class.</summary>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; set; }

    /// <summary>Seconds between the request to stop and the end.</summary>
    [Input("terminationGracePeriodSeconds")]
    public Input<int>? TerminationGracePeriodSeconds { get; set; }

    /// <summary>Security context.</summary>
    [Input("securityContext")]
    public Input<PodSecurityContextArgs>? SecurityContext { get; set; }

    /// <summary>Labels of the nodes.</summary>
    [Input("nodeSelector")]
    public InputMap<string> NodeSelector { get; set; } = new();

    /// <summary>Affinity to nodes.</summary>
    [Input("affinity")]
    public Input<AffinityArgs>? Affinity { get; set; }

    /// <summary>Taints that the pods tolerate.</summary>
    [Input("tolerations")]
    public InputList<TolerationArgs> Tolerations { get; set; } = new();

    /// <summary>How the pods are spread.</summary>
    [Input("topologySpreadConstraints")]
    public InputList<TopologySpreadConstraintArgs> TopologySpreadConstraints { get; set; } = new();
}
