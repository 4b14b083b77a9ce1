using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Sizing;

/// <summary>Which instance types a model fits.</summary>
/// <param name="Found">Those that it fits, each with its smallest split: cheapest first, those without a price last, equal prices by name.</param>
/// <param name="Considered">How many were looked at: all of one architecture with whole NVIDIA GPUs that may be used for new work.</param>
/// <param name="Region">The region of the prices.</param>
public sealed record InstanceFits(ImmutableArray<InstanceFit> Found, int Considered, string Region)
{
    // Nodes that a replica may span where nobody says how many; more would be a cluster of its own.
    private const int MaxNodes = 4;

    /// <summary>Looks for the smallest split on every type. Nodes with EFA are joined only where no single node has the room: a network between layers costs speed.</summary>
    /// <param name="catalog">The types.</param>
    /// <param name="request">The model and how it shall be served; its own split doesn't count.</param>
    /// <param name="architecture">The architecture of the server's image.</param>
    /// <param name="region">The region whose on-demand prices count.</param>
    public static InstanceFits Of(InstanceCatalog catalog, MemoryRequest request, CpuArchitecture architecture, string region)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(request);
        var types = catalog.All
            .Where(type => type is { Accelerator: { Manufacturer: "nvidia", Count: > 0 }, Lifecycle.Status: LifecycleStatus.Current } && type.Architecture == architecture)
            .ToList();
        var alone = Cheapest(types.Select(type => InstanceFit.Smallest(type, request, region)));
        var joined = alone.IsEmpty && request.Model.Attention is not null ? Cheapest(types.Select(type => Joined(type, request, region))) : alone;
        return new InstanceFits(joined, types.Count, region);
    }

    /// <summary>All of it as one clause for a message.</summary>
    public override string ToString()
    {
        if (Found.IsEmpty)
        {
            return $"none of {Considered} GPU instance types has the room";
        }

        return $"{Found.Length} of {Considered} GPU instance types {(Found.Length == 1 ? "fits" : "fit")}; cheapest: {Found[0].WithPrice(Region)}";
    }

    private static ImmutableArray<InstanceFit> Cheapest(IEnumerable<InstanceFit?> fits) =>
        [.. fits.OfType<InstanceFit>().OrderBy(fit => fit.UsdPerHour ?? decimal.MaxValue).ThenBy(fit => fit.Type.Name, StringComparer.Ordinal)];

    // Each node is used whole: fewer GPUs on more nodes would be slower and no cheaper.
    private static InstanceFit? Joined(InstanceType type, MemoryRequest request, string region)
    {
        var node = GpuNode.Of(type);
        var isEven = type.EfaInterfaces > 0 && ParallelSplit.Allowed(request.Model, node).Contains(node.Count);
        var splits = Enumerable.Range(2, MaxNodes - 1).Select(nodes => request with { TensorParallel = node.Count, PipelineParallel = nodes });
        return isEven ? InstanceFit.First(type, splits, node, region) : null;
    }
}
