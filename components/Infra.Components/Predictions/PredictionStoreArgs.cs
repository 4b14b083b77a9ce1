using Infra.Components.Security.Registry;
using Infra.Core.Units;
using Pulumi;

namespace Infra.Components.Predictions;

/// <summary>Inputs of <see cref="PredictionStore"/>: exactly one of the two places.</summary>
public sealed class PredictionStoreArgs : ResourceArgs
{
    /// <summary>Name of the Kubernetes objects, at most 52 characters. Default: prediction-store.</summary>
    [Input("storeName")]
    public string StoreName { get; init; } = DefaultName;

    /// <summary>Namespace of the caches that use it.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>A cache of ElastiCache. Default: none.</summary>
    [Input("elastiCache")]
    public ElastiCacheArgs? ElastiCache { get; init; }

    /// <summary>Memory of a server in the cluster, 64Mi or more, e.g. <c>2Gi</c>. Default: none.</summary>
    [Input("clusterMemory")]
    public string? ClusterMemory { get; init; }

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }

    /// <summary>Default of <see cref="StoreName"/>.</summary>
    public const string DefaultName = "prediction-store";

    /// <summary>Memory of a server in the cluster where nobody says another.</summary>
    public static ByteSize DefaultMemory { get; } = ByteSize.FromGibibytes(1);
}
