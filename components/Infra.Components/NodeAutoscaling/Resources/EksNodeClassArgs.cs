using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>Inputs of <see cref="EksNodeClass"/>.</summary>
public sealed class EksNodeClassArgs() : CustomResourceArgs("eks.amazonaws.com/v1", "NodeClass")
{
    /// <summary>How instances are launched.</summary>
    [Input("spec", required: true)]
    public required Input<EksNodeClassSpecArgs> Spec { get; init; }
}

/// <summary>Specification of an <see cref="EksNodeClass"/>.</summary>
public sealed class EksNodeClassSpecArgs : ResourceArgs
{
    /// <summary>Name of the nodes' IAM role.</summary>
    [Input("role", required: true)]
    public required Input<string> Role { get; init; }

    /// <summary>Subnets of the nodes.</summary>
    [Input("subnetSelectorTerms", required: true)]
    public InputList<IdSelectorTermArgs> SubnetSelectorTerms { get; init; } = new();

    /// <summary>Security groups of the nodes.</summary>
    [Input("securityGroupSelectorTerms", required: true)]
    public InputList<IdSelectorTermArgs> SecurityGroupSelectorTerms { get; init; } = new();

    /// <summary>Volume of images and pods' files.</summary>
    [Input("ephemeralStorage", required: true)]
    public required Input<EphemeralStorageArgs> EphemeralStorage { get; init; }

    /// <summary>Tags of everything that is launched.</summary>
    [Input("tags")]
    public InputMap<string> Tags { get; init; } = new();
}

/// <summary>Volume of images and pods' files.</summary>
public sealed class EphemeralStorageArgs : ResourceArgs
{
    /// <summary>Size, e.g. <c>100Gi</c>.</summary>
    [Input("size", required: true)]
    public required Input<string> Size { get; init; }
}
