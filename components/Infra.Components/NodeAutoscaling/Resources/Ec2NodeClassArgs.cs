using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.NodeAutoscaling.Resources;

/// <summary>Inputs of <see cref="Ec2NodeClass"/>.</summary>
public sealed class Ec2NodeClassArgs() : CustomResourceArgs("karpenter.k8s.aws/v1", "EC2NodeClass")
{
    /// <summary>How instances are launched.</summary>
    [Input("spec", required: true)]
    public required Input<Ec2NodeClassSpecArgs> Spec { get; init; }
}

/// <summary>Specification of an <see cref="Ec2NodeClass"/>.</summary>
public sealed class Ec2NodeClassSpecArgs : ResourceArgs
{
    /// <summary>Images; we name one release of a family.</summary>
    [Input("amiSelectorTerms", required: true)]
    public InputList<AmiSelectorTermArgs> AmiSelectorTerms { get; init; } = new();

    /// <summary>Name of the nodes' IAM role.</summary>
    [Input("role", required: true)]
    public required Input<string> Role { get; init; }

    /// <summary>Subnets of the nodes.</summary>
    [Input("subnetSelectorTerms", required: true)]
    public InputList<IdSelectorTermArgs> SubnetSelectorTerms { get; init; } = new();

    /// <summary>Security groups of the nodes.</summary>
    [Input("securityGroupSelectorTerms", required: true)]
    public InputList<IdSelectorTermArgs> SecurityGroupSelectorTerms { get; init; } = new();

    /// <summary>Volumes of the nodes.</summary>
    [Input("blockDeviceMappings", required: true)]
    public InputList<NodeVolumeArgs> BlockDeviceMappings { get; init; } = new();

    /// <summary>Instance metadata service.</summary>
    [Input("metadataOptions", required: true)]
    public required Input<NodeMetadataOptionsArgs> MetadataOptions { get; init; }

    /// <summary>Tags of everything that is launched.</summary>
    [Input("tags")]
    public InputMap<string> Tags { get; init; } = new();
}

/// <summary>An image by the alias of an EKS image family.</summary>
public sealed class AmiSelectorTermArgs : ResourceArgs
{
    /// <summary>Family and release, e.g. <c>al2023@v20260917</c>.</summary>
    [Input("alias", required: true)]
    public required Input<string> Alias { get; init; }
}

/// <summary>Something of AWS by its id.</summary>
public sealed class IdSelectorTermArgs : ResourceArgs
{
    /// <summary>The id.</summary>
    [Input("id", required: true)]
    public required Input<string> Id { get; init; }
}
