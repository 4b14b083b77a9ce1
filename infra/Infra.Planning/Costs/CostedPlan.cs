using System.Collections.Immutable;
using Infra.Core;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs;

/// <summary>A plan as those see it who know what things cost.</summary>
internal sealed class CostedPlan
{
    private const string AwsProvider = WellKnownTypes.ProviderPrefix + "aws";

    private readonly Dictionary<string, string> _regions = new(StringComparer.Ordinal);

    public CostedPlan(Plan plan, PlacementReport? placement, CostOptions options)
    {
        Objects = PlannedObjects.Of(plan);
        Placement = placement;
        Options = options;
        foreach (var provider in Objects.OfType(AwsProvider))
        {
            if ((string?)provider.Inputs["region"] is { } region)
            {
                Region ??= region;
                _regions[$"{provider.Resource.Urn}"] = region;
            }
        }

        Pools = [.. PlannedPool.Of(Objects).Select(pool => new CostedPool(pool, Objects.OfUrn(pool.Urn).Inputs, placement))];
    }

    public PlannedObjects Objects { get; }

    public PlacementReport? Placement { get; }

    public CostOptions Options { get; }

    /// <summary>The region of the stack's first AWS provider; null where it has none.</summary>
    public string? Region { get; }

    public ImmutableArray<CostedPool> Pools { get; }

    /// <summary>Zones of the network; at least one.</summary>
    public int Zones => Math.Max(1, Objects.OfType(ComponentTypes.ClusterNetwork).Select(network => (network.Inputs["zones"] as System.Text.Json.Nodes.JsonArray)?.Count ?? 0).FirstOrDefault());

    /// <summary>The region that a resource's provider works in. A provider of an exported state has its id behind its URN.</summary>
    public string RegionOf(PlannedObject found) =>
        _regions.GetValueOrDefault($"{found.Resource.Provider}") ?? Region ?? throw new InvalidOperationException($"no AWS provider has a region, and {found.Resource.Urn} is of AWS");

    /// <summary>Resources of a type, by region.</summary>
    public IEnumerable<IGrouping<string, PlannedObject>> ByRegion(string type) => Objects.OfType(type).Where(found => found.Resource.ReadId is null).GroupBy(RegionOf, StringComparer.Ordinal);

    /// <summary>Resources of a type that the stack has itself.</summary>
    public IEnumerable<PlannedObject> Of(string type) => Objects.OfType(type).Where(found => found.Resource.ReadId is null);
}
