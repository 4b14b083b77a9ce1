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
public sealed class Ec2NodeClassSpecArgs : NodeClassSpecArgs
{
    /// <summary>Images; we name one release of a family.</summary>
    [Input("amiSelectorTerms", required: true)]
    public InputList<AmiSelectorTermArgs> AmiSelectorTerms { get; init; } = new();

    /// <summary>Volumes of the nodes.</summary>
    [Input("blockDeviceMappings", required: true)]
    public InputList<NodeVolumeArgs> BlockDeviceMappings { get; init; } = new();

    /// <summary>Instance metadata service.</summary>
    [Input("metadataOptions", required: true)]
    public required Input<NodeMetadataOptionsArgs> MetadataOptions { get; init; }

    /// <summary><c>RAID0</c> joins the local NVMe disks to the disk of images and pods' files. Default: they are left alone.</summary>
    [Input("instanceStorePolicy")]
    public Input<string>? InstanceStorePolicy { get; init; }

    /// <summary>Network interfaces, the primary one first. Default: Karpenter's own, which has EFA interfaces for pods that ask for them.</summary>
    [Input("networkInterfaces")]
    public InputList<NetworkInterfaceArgs>? NetworkInterfaces { get; init; }

    /// <summary>Placement group of all instances. Default: none.</summary>
    [Input("placementGroupSelector")]
    public Input<PlacementGroupSelectorArgs>? PlacementGroupSelector { get; init; }

    /// <summary>Settings that Karpenter merges with its own. Default: none.</summary>
    [Input("userData")]
    public Input<string>? UserData { get; init; }
}

/// <summary>An image by the alias of an EKS image family.</summary>
public sealed class AmiSelectorTermArgs : ResourceArgs
{
    /// <summary>Family and release, e.g. <c>al2023@v20260917</c>.</summary>
    [Input("alias", required: true)]
    public required Input<string> Alias { get; init; }
}

/// <summary>A network interface of every instance.</summary>
public sealed class NetworkInterfaceArgs : ResourceArgs
{
    /// <summary>Network card, from 0.</summary>
    [Input("networkCardIndex", required: true)]
    public required Input<int> NetworkCardIndex { get; init; }

    /// <summary>Device on the card, from 0.</summary>
    [Input("deviceIndex", required: true)]
    public required Input<int> DeviceIndex { get; init; }

    /// <summary><c>interface</c>, or <c>efa-only</c>, which has no IP address.</summary>
    [Input("interfaceType", required: true)]
    public required Input<string> InterfaceType { get; init; }
}

/// <summary>A placement group.</summary>
public sealed class PlacementGroupSelectorArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}
