using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving.Ray;

/// <summary>A Ray cluster, by itself or within another kind.</summary>
public sealed class RayClusterSpecArgs : ResourceArgs
{
    /// <summary>Version of Ray in all images.</summary>
    [Input("rayVersion", required: true)]
    public required Input<string> RayVersion { get; set; }

    /// <summary>Whether Ray's own autoscaler sets the number of workers, within their bounds. Default: false.</summary>
    [Input("enableInTreeAutoscaling")]
    public Input<bool>? EnableInTreeAutoscaling { get; set; }

    /// <summary>That autoscaler, which runs beside the head.</summary>
    [Input("autoscalerOptions")]
    public Input<RayAutoscalerOptionsArgs>? AutoscalerOptions { get; set; }

    /// <summary>Where the head keeps its state, so that the cluster outlives it. Default: in its memory.</summary>
    [Input("gcsFaultToleranceOptions")]
    public Input<RayGcsFaultToleranceArgs>? GcsFaultToleranceOptions { get; set; }

    /// <summary>What becomes of pods that a change is about. Default: they stay as they are.</summary>
    [Input("upgradeStrategy")]
    public Input<RayClusterUpgradeStrategyArgs>? UpgradeStrategy { get; set; }

    /// <summary>The head.</summary>
    [Input("headGroupSpec", required: true)]
    public required Input<RayHeadGroupArgs> HeadGroupSpec { get; set; }

    /// <summary>Groups of workers, each with one kind of pod.</summary>
    [Input("workerGroupSpecs")]
    public InputList<RayWorkerGroupArgs> WorkerGroupSpecs { get; set; } = new();
}

/// <summary>Ray's autoscaler.</summary>
public sealed class RayAutoscalerOptionsArgs : ResourceArgs
{
    /// <summary><c>v1</c> or <c>v2</c>.</summary>
    [Input("version")]
    public Input<string>? Version { get; set; }

    /// <summary>Seconds after which an idle worker goes.</summary>
    [Input("idleTimeoutSeconds")]
    public Input<int>? IdleTimeoutSeconds { get; set; }

    /// <summary>How fast it adds workers: <c>Default</c>, <c>Conservative</c> or <c>Aggressive</c>.</summary>
    [Input("upscalingMode")]
    public Input<string>? UpscalingMode { get; set; }

    /// <summary>Needs of its container.</summary>
    [Input("resources")]
    public Input<ResourceRequirementsArgs>? Resources { get; set; }

    /// <summary>Security context of its container.</summary>
    [Input("securityContext")]
    public Input<SecurityContextArgs>? SecurityContext { get; set; }

    /// <summary>Mounts of its container.</summary>
    [Input("volumeMounts")]
    public InputList<VolumeMountArgs> VolumeMounts { get; set; } = new();
}

/// <summary>What becomes of the pods of a cluster that changes.</summary>
public sealed class RayClusterUpgradeStrategyArgs : ResourceArgs
{
    /// <summary><c>Recreate</c> for new pods after all old ones are gone, <c>None</c> to leave them alone.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; set; }
}

/// <summary>Where the head keeps its state.</summary>
public sealed class RayGcsFaultToleranceArgs : ResourceArgs
{
    /// <summary>Address of a Redis, e.g. <c>redis:6379</c>.</summary>
    [Input("redisAddress", required: true)]
    public required Input<string> RedisAddress { get; set; }

    /// <summary>Its password. Default: none.</summary>
    [Input("redisPassword")]
    public Input<RayRedisCredentialArgs>? RedisPassword { get; set; }
}

/// <summary>A credential of Redis, always from a Secret.</summary>
public sealed class RayRedisCredentialArgs : ResourceArgs
{
    /// <summary>Where it is.</summary>
    [Input("valueFrom", required: true)]
    public required Input<EnvVarSourceArgs> ValueFrom { get; set; }
}

/// <summary>The head of a Ray cluster.</summary>
public sealed class RayHeadGroupArgs : ResourceArgs
{
    /// <summary>Flags of <c>ray start</c>.</summary>
    [Input("rayStartParams")]
    public InputMap<string> RayStartParams { get; set; } = new();

    /// <summary>The pod; Ray is its first container.</summary>
    [Input("template", required: true)]
    public required Input<PodTemplateSpecArgs> Template { get; set; }
}

/// <summary>A group of workers of a Ray cluster.</summary>
public sealed class RayWorkerGroupArgs : ResourceArgs
{
    /// <summary>Name, unique in the cluster.</summary>
    [Input("groupName", required: true)]
    public required Input<string> GroupName { get; set; }

    /// <summary>Workers at the start; left out where Ray's autoscaler owns the number.</summary>
    [Input("replicas")]
    public Input<int>? Replicas { get; set; }

    /// <summary>Fewest workers.</summary>
    [Input("minReplicas", required: true)]
    public required Input<int> MinReplicas { get; set; }

    /// <summary>Most workers.</summary>
    [Input("maxReplicas", required: true)]
    public required Input<int> MaxReplicas { get; set; }

    /// <summary>Pods of one worker. Default: 1.</summary>
    [Input("numOfHosts")]
    public Input<int>? NumOfHosts { get; set; }

    /// <summary>Flags of <c>ray start</c>.</summary>
    [Input("rayStartParams")]
    public InputMap<string> RayStartParams { get; set; } = new();

    /// <summary>The pod; Ray is its first container.</summary>
    [Input("template", required: true)]
    public required Input<PodTemplateSpecArgs> Template { get; set; }
}
