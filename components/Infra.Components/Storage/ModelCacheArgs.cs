using Infra.Components.Nodes;
using Infra.Components.Security.Registry;
using Infra.Components.Storage.Cache;
using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Inputs of <see cref="ModelCache"/>.</summary>
public sealed class ModelCacheArgs : ResourceArgs
{
    /// <summary>Pools whose nodes have the cache: AL2023 with the local NVMe disks joined to one (<c>localNvme</c>); at least one.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>What it may take of each node's disks, as Kubernetes quantity. At least the sum of its models.</summary>
    [Input("size", required: true)]
    public required string Size { get; init; }

    /// <summary>The models; at least one. What is no longer listed is deleted from the disks.</summary>
    [Input("models", required: true)]
    public required List<CachedModelArgs> Models { get; init; }

    /// <summary>Namespace of the pods that read it; must exist.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Name of the claim by which they do.</summary>
    [Input("claimName")]
    public string ClaimName { get; init; } = DefaultClaimName;

    /// <summary>AWS region of the buckets.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>Namespace of the pods that fill it, which the component makes. Default: model-cache.</summary>
    [Input("fillerNamespace")]
    public string FillerNamespace { get; init; } = DefaultFillerNamespace;

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }

    /// <summary>Default of <see cref="ClaimName"/>.</summary>
    public const string DefaultClaimName = "model-cache";

    /// <summary>Default of <see cref="FillerNamespace"/>.</summary>
    public const string DefaultFillerNamespace = "model-cache";

    /// <summary>Service account of the pods that fill it: it needs a role that may read the models.</summary>
    public const string ServiceAccount = "model-cache";
}
