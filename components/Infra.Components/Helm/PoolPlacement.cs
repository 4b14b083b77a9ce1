using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Nodes;

namespace Infra.Components.Helm;

/// <summary>Where a daemon set runs: on the nodes of the pools it serves, tolerating their taints.</summary>
internal sealed record PoolPlacement
{
    /// <summary>Labels that select each of the pools, in the order of their names.</summary>
    public required ImmutableArray<IReadOnlyDictionary<string, string>> Selectors { get; init; }

    /// <summary>What tolerates the taints of all these pools.</summary>
    public required ImmutableArray<Toleration> Tolerations { get; init; }

    /// <summary>The placement on these pools.</summary>
    public static PoolPlacement On(IEnumerable<PoolReferenceArgs> pools)
    {
        var ordered = pools.OrderBy(pool => pool.Name, StringComparer.Ordinal).ToList();
        return new PoolPlacement
        {
            Selectors = [.. ordered.Select(pool => pool.Selector)],
            Tolerations = [.. ordered.SelectMany(pool => pool.Taints).Select(taint => Toleration.Of(taint.ToTaint())).Distinct()],
        };
    }
}
