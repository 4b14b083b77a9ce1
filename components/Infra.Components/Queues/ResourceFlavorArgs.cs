using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Queues;

/// <summary>Inputs of <see cref="ResourceFlavor"/>.</summary>
public sealed class ResourceFlavorArgs() : CustomResourceArgs("kueue.x-k8s.io/v1beta2", "ResourceFlavor")
{
    /// <summary>The flavor.</summary>
    [Input("spec", required: true)]
    public required Input<ResourceFlavorSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ResourceFlavor"/>.</summary>
public sealed class ResourceFlavorSpecArgs : ResourceArgs
{
    /// <summary>Labels of its nodes; pods that are put on it select them.</summary>
    [Input("nodeLabels", required: true)]
    public InputMap<string> NodeLabels { get; init; } = new();

    /// <summary>What pods tolerate that are put on it.</summary>
    [Input("tolerations")]
    public InputList<TolerationArgs> Tolerations { get; init; } = new();
}
