using Pulumi;

namespace Infra.Components.Security.Registry;

/// <summary>Inputs of <see cref="ContainerRegistry"/>.</summary>
public sealed class ContainerRegistryArgs : ResourceArgs
{
    /// <summary>Names of repositories that somebody pushes images to, e.g. <c>team/ranker</c>. Default: none.</summary>
    [Input("repositories")]
    public List<string> Repositories { get; init; } = [];

    /// <summary>Public registries whose images come through ECR. Default: none.</summary>
    [Input("pullThrough")]
    public List<PullThroughArgs> PullThrough { get; init; } = [];

    /// <summary>
    /// Names of repositories that ECR fills, each with one of these registries in front, e.g. <c>quay.io/team/words</c>. They are made here, so that nodes need no right to make any. Default: none.
    /// </summary>
    [Input("cachedRepositories")]
    public List<string> CachedRepositories { get; init; } = [];

    /// <summary>Days after which an image without a tag goes, 1 or more. Images with a tag stay. Default: 14.</summary>
    [Input("untaggedDays")]
    public int UntaggedDays { get; init; } = DefaultUntaggedDays;

    /// <summary>
    /// Whether the key and the repositories that somebody pushes to are protected, and stay when the stack goes. Default: true. Where false, a deletion takes <b>all images</b> with it (force delete). Repositories
    /// that ECR fills go with their images in either case.
    /// </summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>Default of <see cref="UntaggedDays"/>.</summary>
    public const int DefaultUntaggedDays = 14;
}
