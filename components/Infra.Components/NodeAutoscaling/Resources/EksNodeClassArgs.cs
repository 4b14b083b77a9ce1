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
public sealed class EksNodeClassSpecArgs : NodeClassSpecArgs
{
    /// <summary>Volume of images and pods' files.</summary>
    [Input("ephemeralStorage", required: true)]
    public required Input<EphemeralStorageArgs> EphemeralStorage { get; init; }
}

/// <summary>Volume of images and pods' files.</summary>
public sealed class EphemeralStorageArgs : ResourceArgs
{
    /// <summary>Size, e.g. <c>100Gi</c>.</summary>
    [Input("size", required: true)]
    public required Input<string> Size { get; init; }

    /// <summary>IOPS. Default: 3000.</summary>
    [Input("iops")]
    public Input<int>? Iops { get; init; }

    /// <summary>Throughput in MiB/s. Default: 125.</summary>
    [Input("throughput")]
    public Input<int>? Throughput { get; init; }
}
