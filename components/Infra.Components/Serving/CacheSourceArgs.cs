using Pulumi;

namespace Infra.Components.Serving;

/// <summary>A directory of a cache on nodes, mounted read-only once it is complete.</summary>
public sealed class CacheSourceArgs : ResourceArgs
{
    /// <summary>Name of the claim, in the model's namespace.</summary>
    [Input("claimName", required: true)]
    public required Input<string> ClaimName { get; init; }

    /// <summary>Directory in the cache.</summary>
    [Input("directory", required: true)]
    public required string Directory { get; init; }
}
