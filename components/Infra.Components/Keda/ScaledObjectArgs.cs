using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;

namespace Infra.Components.Keda;

/// <summary>Inputs of <see cref="ScaledObject"/>.</summary>
public sealed class ScaledObjectArgs() : CustomResourceArgs("keda.sh/v1alpha1", "ScaledObject")
{
    /// <summary>What to scale, and by what.</summary>
    [Input("spec", required: true)]
    public required Input<ScaledObjectSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ScaledObject"/>.</summary>
public sealed class ScaledObjectSpecArgs : ResourceArgs
{
    /// <summary>The workload.</summary>
    [Input("scaleTargetRef", required: true)]
    public required Input<ScaledTargetArgs> ScaleTargetRef { get; init; }

    /// <summary>Fewest replicas.</summary>
    [Input("minReplicaCount", required: true)]
    public required Input<int> MinReplicaCount { get; init; }

    /// <summary>Most replicas.</summary>
    [Input("maxReplicaCount", required: true)]
    public required Input<int> MaxReplicaCount { get; init; }

    /// <summary>Seconds between two looks at the triggers; of no effect, and warned of, where the fewest are more than 0.</summary>
    [Input("pollingInterval")]
    public Input<int>? PollingInterval { get; set; }

    /// <summary>Seconds without an active trigger before the last replica goes; of no effect, and warned of, where the fewest are more than 0.</summary>
    [Input("cooldownPeriod")]
    public Input<int>? CooldownPeriod { get; set; }

    /// <summary>The same after the object's creation.</summary>
    [Input("initialCooldownPeriod")]
    public Input<int>? InitialCooldownPeriod { get; set; }

    /// <summary>What becomes of the workload when a trigger has no answer.</summary>
    [Input("fallback")]
    public Input<ScaledFallbackArgs>? Fallback { get; init; }

    /// <summary>The horizontal pod autoscaler.</summary>
    [Input("advanced")]
    public Input<ScaledAdvancedArgs>? Advanced { get; init; }

    /// <summary>What it looks at.</summary>
    [Input("triggers", required: true)]
    public InputList<ScaleTriggerArgs> Triggers { get; init; } = new();
}

/// <summary>The workload of a <see cref="ScaledObject"/>: anything with the subresource <c>scale</c>.</summary>
public sealed class ScaledTargetArgs : ResourceArgs
{
    /// <summary>API and version.</summary>
    [Input("apiVersion", required: true)]
    public required Input<string> ApiVersion { get; init; }

    /// <summary>Kind.</summary>
    [Input("kind", required: true)]
    public required Input<string> Kind { get; init; }

    /// <summary>Name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}

/// <summary>What becomes of a workload when a trigger has no answer.</summary>
public sealed class ScaledFallbackArgs : ResourceArgs
{
    /// <summary>After so many failures of the trigger.</summary>
    [Input("failureThreshold", required: true)]
    public required Input<int> FailureThreshold { get; init; }

    /// <summary>So many replicas.</summary>
    [Input("replicas", required: true)]
    public required Input<int> Replicas { get; init; }

    /// <summary><c>static</c>, <c>currentReplicas</c>, <c>currentReplicasIfHigher</c>, <c>currentReplicasIfLower</c> or <c>scalingModifiers</c>.</summary>
    [Input("behavior", required: true)]
    public required Input<string> Behavior { get; init; }
}

/// <summary>Further settings of a <see cref="ScaledObject"/>.</summary>
public sealed class ScaledAdvancedArgs : ResourceArgs
{
    /// <summary>The horizontal pod autoscaler that KEDA makes.</summary>
    [Input("horizontalPodAutoscalerConfig", required: true)]
    public required Input<ScaledHpaArgs> HorizontalPodAutoscalerConfig { get; init; }
}

/// <summary>Settings of the horizontal pod autoscaler that KEDA makes.</summary>
public sealed class ScaledHpaArgs : ResourceArgs
{
    /// <summary>How fast it adds and takes away.</summary>
    [Input("behavior", required: true)]
    public required Input<HorizontalPodAutoscalerBehaviorArgs> Behavior { get; init; }
}
