using System.Collections.Immutable;
using Infra.Components.Security.Registry;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Repositories of images in the account's own registry (ECR): scanned when pushed, with tags that never change, encrypted with a key of their own. Whether the key and what images are pushed to are protected says <c>storage.protect</c>.
/// </summary>
public sealed record ContainerRegistryConfig : IConfigRules
{
    /// <summary>Repositories that images are pushed to. Default: none.</summary>
    [Matches("[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*", "a name of lower-case letters, digits and single '-', '_', '.', with '/' between its parts")]
    public ImmutableArray<string> Repositories { get; init; } = [];

    /// <summary>Days after which an image without a tag goes. Images with a tag stay. Default: 14.</summary>
    [InRange(Min = 1, Max = 365)]
    public int UntaggedDays { get; init; } = ContainerRegistryArgs.DefaultUntaggedDays;

    /// <summary>
    /// Public registries whose images come through it: those that are pinned by themselves, those that the configuration names where it names them so. One environment of an account and region may name a registry. Default: none.
    /// </summary>
    public ImmutableArray<PullThroughConfig> PullThrough { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Repositories.IsEmpty && PullThrough.IsEmpty)
        {
            problems.Add(path, "says nothing; name repositories or pullThrough, or remove it");
        }
    }
}
