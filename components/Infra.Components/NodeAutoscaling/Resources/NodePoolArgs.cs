using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>Inputs of <see cref="NodePool"/>.</summary>
public sealed class NodePoolArgs() : CustomResourceArgs("karpenter.sh/v1", "NodePool")
{
    /// <summary>Which nodes there may be.</summary>
    [Input("spec", required: true)]
    public required Input<NodePoolSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="NodePool"/>.</summary>
public sealed class NodePoolSpecArgs : ResourceArgs
{
    /// <summary>What every node of the pool is like.</summary>
    [Input("template", required: true)]
    public required Input<NodePoolTemplateArgs> Template { get; init; }

    /// <summary>When nodes may be taken away.</summary>
    [Input("disruption", required: true)]
    public required Input<NodePoolDisruptionArgs> Disruption { get; init; }

    /// <summary>What all nodes of the pool may have together, by resource; <c>nodes</c> counts them.</summary>
    [Input("limits", required: true)]
    public InputMap<string> Limits { get; init; } = new();
}

/// <summary>Template of the nodes of a <see cref="NodePool"/>.</summary>
public sealed class NodePoolTemplateArgs : ResourceArgs
{
    /// <summary>Labels of the nodes.</summary>
    [Input("metadata", required: true)]
    public required Input<NodePoolTemplateMetadataArgs> Metadata { get; init; }

    /// <summary>What they are made of.</summary>
    [Input("spec", required: true)]
    public required Input<NodePoolTemplateSpecArgs> Spec { get; init; }
}

/// <summary>Metadata of the nodes of a <see cref="NodePool"/>.</summary>
public sealed class NodePoolTemplateMetadataArgs : ResourceArgs
{
    /// <summary>Labels of the nodes.</summary>
    [Input("labels", required: true)]
    public InputMap<string> Labels { get; init; } = new();
}
