using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>Inputs of <see cref="NodeOverlay"/>.</summary>
public sealed class NodeOverlayArgs() : CustomResourceArgs("karpenter.sh/v1alpha1", "NodeOverlay")
{
    /// <summary>What Karpenter shall believe.</summary>
    [Input("spec", required: true)]
    public required Input<NodeOverlaySpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="NodeOverlay"/>.</summary>
public sealed class NodeOverlaySpecArgs : ResourceArgs
{
    /// <summary>Which instances it is about.</summary>
    [Input("requirements", required: true)]
    public InputList<NodeRequirementArgs> Requirements { get; init; } = new();

    /// <summary>Extended resources that these instances have, instead of what AWS says.</summary>
    [Input("capacity", required: true)]
    public InputMap<string> Capacity { get; init; } = new();
}
