using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Inputs of <see cref="EbsStorageClass"/>.</summary>
public sealed class EbsStorageClassArgs : ResourceArgs
{
    /// <summary>Name of the class, unique in the cluster.</summary>
    [Input("className", required: true)]
    public required string ClassName { get; init; }

    /// <summary>Whether EKS Auto Mode makes the disks, by a driver of its own. Default: false.</summary>
    [Input("autoMode")]
    public bool AutoMode { get; init; }

    /// <summary>Whether a disk outlives its claim. Default: false.</summary>
    [Input("protect")]
    public bool Protect { get; init; }
}
