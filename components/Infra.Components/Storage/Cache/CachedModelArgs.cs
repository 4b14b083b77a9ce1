using Pulumi;

namespace Infra.Components.Storage.Cache;

/// <summary>A model that a cache holds.</summary>
public sealed class CachedModelArgs : ResourceArgs
{
    /// <summary>Directory in the cache; changes whenever the source does (<see cref="Core.Storage.CachedModel.Directory"/>).</summary>
    [Input("directory", required: true)]
    public required string Directory { get; init; }

    /// <summary>Directory in S3, <c>s3://BUCKET/PATH</c>.</summary>
    [Input("s3Uri", required: true)]
    public required Input<string> S3Uri { get; init; }

    /// <summary>Upper bound of its files as Kubernetes quantity.</summary>
    [Input("size", required: true)]
    public required string Size { get; init; }
}
