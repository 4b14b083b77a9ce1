using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Queues;

/// <summary>Inputs of <see cref="ClusterQueue"/>.</summary>
public sealed class ClusterQueueArgs() : CustomResourceArgs("kueue.x-k8s.io/v1beta2", "ClusterQueue")
{
    /// <summary>The queue.</summary>
    [Input("spec", required: true)]
    public required Input<ClusterQueueSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="ClusterQueue"/>.</summary>
public sealed class ClusterQueueSpecArgs : ResourceArgs
{
    /// <summary>Namespaces whose jobs may use it.</summary>
    [Input("namespaceSelector", required: true)]
    public required Input<LabelSelectorArgs> NamespaceSelector { get; init; }

    /// <summary>What there is of resources that the same flavors have.</summary>
    [Input("resourceGroups", required: true)]
    public InputList<ResourceGroupArgs> ResourceGroups { get; init; } = new();
}

/// <summary>Resources that the same flavors have.</summary>
public sealed class ResourceGroupArgs : ResourceArgs
{
    /// <summary>Names of the resources.</summary>
    [Input("coveredResources", required: true)]
    public InputList<string> CoveredResources { get; init; } = new();

    /// <summary>The flavors, in the order in which they are tried.</summary>
    [Input("flavors", required: true)]
    public InputList<FlavorQuotasArgs> Flavors { get; init; } = new();
}

/// <summary>What there is of a flavor.</summary>
public sealed class FlavorQuotasArgs : ResourceArgs
{
    /// <summary>Name of the <see cref="ResourceFlavor"/>.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>How much of each resource.</summary>
    [Input("resources", required: true)]
    public InputList<FlavorResourceArgs> Resources { get; init; } = new();
}

/// <summary>How much there is of a resource.</summary>
public sealed class FlavorResourceArgs : ResourceArgs
{
    /// <summary>The resource.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Kubernetes quantity.</summary>
    [Input("nominalQuota", required: true)]
    public required Input<string> NominalQuota { get; init; }
}
