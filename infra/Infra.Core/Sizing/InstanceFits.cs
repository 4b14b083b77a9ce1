using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Sizing;

/// <summary>Which instance types a model fits.</summary>
/// <param name="Found">Those that it fits, each with its smallest split: cheapest first, those without a price last, equal prices by name.</param>
/// <param name="Considered">How many were looked at: all with whole NVIDIA GPUs that may be used for new work.</param>
/// <param name="Region">The region of the prices.</param>
public sealed record InstanceFits(ImmutableArray<InstanceFit> Found, int Considered, string Region)
{
    // Nodes that a replica may span where nobody says how many; more would be a cluster of its own.
    private const int MaxNodes = 4;

    /// <summary>Looks for the smallest split on every type. A model spans nodes only where they have EFA and one is not enough.</summary>
    /// <param name="catalog">The types.</param>
    /// <param name="request">The model and how it shall be served; its own split doesn't count.</param>
    /// <param name="region">The region whose on-demand prices count.</param>
    public static InstanceFits Of(InstanceCatalog catalog, MemoryRequest request, string region)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(request);
        var types = catalog.All
            .Where(type => type is { Accelerator: { Manufacturer: "nvidia", Count: > 0 }, Lifecycle.Status: LifecycleStatus.Current })
            .ToList();
        return new InstanceFits(
            [.. types.Select(type => Smallest(type, request, region)).OfType<InstanceFit>()
                .OrderBy(fit => fit.UsdPerHour ?? decimal.MaxValue)
                .ThenBy(fit => fit.Type.Name, StringComparer.Ordinal)],
            types.Count,
            region);
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

    private static InstanceFit? Smallest(InstanceType type, MemoryRequest request, string region)
    {
        var node = GpuNode.Of(type);
        if (!GpuRules.Runs(request, node.Gpu))
        {
            return null;
        }

        var splits =
            from nodes in Enumerable.Range(1, request.Model.Attention is not null && type.EfaInterfaces > 0 ? MaxNodes : 1)
            from tensor in ParallelSplit.Allowed(request.Model, node)
            // On more nodes than one, each is used whole: fewer GPUs on more nodes would be slower and no cheaper.
            where nodes == 1 || tensor == node.Count
            select MemoryFit.Of(request with { TensorParallel = tensor, PipelineParallel = nodes }, node);
        return splits.FirstOrDefault(fit => fit.Fits) is { } smallest
            ? new InstanceFit(type, smallest, type.OnDemandPrice(region)?.UsdPerHour * smallest.Request.PipelineParallel)
            : null;
    }
}
