using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Where a model's files come from; exactly one of s3Uri, archiveUrl, huggingFace, volume, image and cache is set.</summary>
public sealed class ModelSourceArgs : ResourceArgs
{
    /// <summary>Directory in S3, <c>s3://BUCKET/PATH</c>, that holds the model's versions; read with the pod's own role.</summary>
    [Input("s3Uri")]
    public Input<string>? S3Uri { get; init; }

    /// <summary>The directory of <see cref="S3Uri"/> by the name that the program knows the bucket by: an address in a bucket that AWS names is known only after an update, and a change of it couldn't be seen before.</summary>
    [Input("s3Path")]
    public string? S3Path { get; init; }

    /// <summary>HTTPS address of a gzipped tar archive that holds one SavedModel at any depth.</summary>
    [Input("archiveUrl")]
    public string? ArchiveUrl { get; init; }

    /// <summary>AWS region for <see cref="S3Uri"/>.</summary>
    [Input("region")]
    public string? Region { get; init; }

    /// <summary>Repository at Hugging Face, <c>ORGANISATION/NAME</c>, which the server downloads.</summary>
    [Input("huggingFace")]
    public string? HuggingFace { get; init; }

    /// <summary>Commit or tag of <see cref="HuggingFace"/>.</summary>
    [Input("revision")]
    public string? Revision { get; init; }

    /// <summary>A directory of a volume that is there already, such as a <see cref="Storage.ModelVolume"/>'s.</summary>
    [Input("volume")]
    public VolumeSourceArgs? Volume { get; init; }

    /// <summary>Image whose files are the model, with tag or digest; needs Kubernetes 1.35.</summary>
    [Input("image")]
    public string? Image { get; init; }

    /// <summary>A directory of a <see cref="Storage.ModelCache"/>.</summary>
    [Input("cache")]
    public CacheSourceArgs? Cache { get; init; }

    /// <summary>ARN of the role with which the pods read <see cref="S3Uri"/>, such as a <see cref="Identity.PodIdentityRole"/>'s; needed with it.</summary>
    [Input("readerRoleArn")]
    public Input<string>? ReaderRoleArn { get; init; }

    /// <summary>Which kind it is.</summary>
    internal ModelSourceKind Kind => this switch
    {
        { S3Uri: not null } => ModelSourceKind.S3,
        { ArchiveUrl: not null } => ModelSourceKind.Archive,
        { HuggingFace: not null } => ModelSourceKind.HuggingFace,
        { Volume: not null } => ModelSourceKind.Volume,
        { Image: not null } => ModelSourceKind.Image,
        { Cache: not null } => ModelSourceKind.NodeCache,
        _ => ModelSourceKind.None,
    };
}
