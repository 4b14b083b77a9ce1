using Pulumi;

namespace Infra.Components.Registry;

/// <summary>Where the registry keeps models and other files of runs: exactly one of S3 and a volume.</summary>
public sealed class RegistryArtifactsArgs : ResourceArgs
{
    /// <summary>Directory in S3, <c>s3://BUCKET/PATH</c>. Default: none.</summary>
    [Input("s3Uri")]
    public Input<string>? S3Uri { get; init; }

    /// <summary>IAM policy document (JSON) that lets the server read and write that directory. Required with S3.</summary>
    [Input("policy")]
    public Input<string>? Policy { get; init; }

    /// <summary>AWS region of the bucket. Required with S3.</summary>
    [Input("region")]
    public string? Region { get; init; }

    /// <summary>EKS cluster of the pods, which must run the Pod Identity agent add-on. Required with S3.</summary>
    [Input("clusterName")]
    public Input<string>? ClusterName { get; init; }

    /// <summary>Size of a volume for the files, which allows for one pod only. Default: none.</summary>
    [Input("storage")]
    public string? Storage { get; init; }

    /// <summary>Storage class of the volume. Default: the cluster's own.</summary>
    [Input("storageClass")]
    public string? StorageClass { get; init; }
}
