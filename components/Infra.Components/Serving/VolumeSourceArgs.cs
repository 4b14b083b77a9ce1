using Pulumi;

namespace Infra.Components.Serving;

/// <summary>A directory of a volume, mounted read-only.</summary>
public sealed class VolumeSourceArgs : ResourceArgs
{
    /// <summary>Name of the claim, in the model's namespace.</summary>
    [Input("claimName", required: true)]
    public required Input<string> ClaimName { get; init; }

    /// <summary>Directory that holds what the runtime reads, without slashes at either end. Default: empty, all of the volume.</summary>
    [Input("path")]
    public string Path { get; init; } = "";

    /// <summary>What it lies on, which says how long a start takes: <c>ebs</c>, <c>efs</c>, <c>lustre</c>, <c>nfs</c>, <c>s3</c> or <c>storageClass</c>. Default: storageClass.</summary>
    [Input("kind")]
    public string Kind { get; init; } = "storageClass";

    /// <summary>What one reader gets of it in MiB/s. Default: what the kind has; 100 for nfs and storageClass, our estimate.</summary>
    [Input("throughput")]
    public int? Throughput { get; init; }
}
