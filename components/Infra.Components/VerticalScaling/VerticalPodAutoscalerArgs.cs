using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.VerticalScaling;

/// <summary>Inputs of <see cref="VerticalPodAutoscaler"/>.</summary>
public sealed class VerticalPodAutoscalerArgs() : CustomResourceArgs("autoscaling.k8s.io/v1", "VerticalPodAutoscaler")
{
    /// <summary>Whose pods, and what becomes of them.</summary>
    [Input("spec", required: true)]
    public required Input<VerticalScalingSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="VerticalPodAutoscaler"/>.</summary>
public sealed class VerticalScalingSpecArgs : ResourceArgs
{
    /// <summary>The workload.</summary>
    [Input("targetRef", required: true)]
    public required Input<VerticalTargetArgs> TargetRef { get; init; }

    /// <summary>What becomes of its pods.</summary>
    [Input("updatePolicy", required: true)]
    public required Input<VerticalUpdateArgs> UpdatePolicy { get; init; }

    /// <summary>What of its containers is looked at.</summary>
    [Input("resourcePolicy", required: true)]
    public required Input<VerticalResourcesArgs> ResourcePolicy { get; init; }
}

/// <summary>The workload of a <see cref="VerticalPodAutoscaler"/>: one that Kubernetes has itself, or anything with the subresource <c>scale</c>.</summary>
public sealed class VerticalTargetArgs : ResourceArgs
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

/// <summary>What becomes of the pods of a <see cref="VerticalPodAutoscaler"/>.</summary>
public sealed class VerticalUpdateArgs : ResourceArgs
{
    /// <summary><c>Off</c>: nothing.</summary>
    [Input("updateMode", required: true)]
    public required Input<string> UpdateMode { get; init; }
}

/// <summary>What a <see cref="VerticalPodAutoscaler"/> looks at.</summary>
public sealed class VerticalResourcesArgs : ResourceArgs
{
    /// <summary>By container.</summary>
    [Input("containerPolicies", required: true)]
    public InputList<VerticalContainerArgs> ContainerPolicies { get; init; } = new();
}

/// <summary>What a <see cref="VerticalPodAutoscaler"/> looks at in a container.</summary>
public sealed class VerticalContainerArgs : ResourceArgs
{
    /// <summary>Name of the container, or <c>*</c> for all others.</summary>
    [Input("containerName", required: true)]
    public required Input<string> ContainerName { get; init; }

    /// <summary><c>cpu</c>, <c>memory</c> or both.</summary>
    [Input("controlledResources", required: true)]
    public InputList<string> ControlledResources { get; init; } = new();
}
