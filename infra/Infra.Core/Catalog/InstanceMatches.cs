using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>What a query found.</summary>
/// <param name="Found">The types that match: cheapest first, those without a price last, equal prices by name.</param>
/// <param name="LeftOut">All others, by name.</param>
public sealed record InstanceMatches(ImmutableArray<InstanceType> Found, ImmutableArray<LeftOut> LeftOut)
{
    /// <summary>Compares every type of a catalogue with a query.</summary>
    /// <param name="catalog">The types.</param>
    /// <param name="query">What they must have.</param>
    /// <param name="region">The region whose on-demand prices count.</param>
    public static InstanceMatches Of(InstanceCatalog catalog, InstanceQuery query, string region)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(query);
        var judged = catalog.All.Select(type => new LeftOut(type, [.. Reasons(type, query)])).ToList();
        return new InstanceMatches(
            [.. judged.Where(type => type.Reasons.IsEmpty).Select(type => type.Type)
                .OrderBy(type => type.OnDemandPrice(region)?.UsdPerHour ?? decimal.MaxValue)
                .ThenBy(type => type.Name, StringComparer.Ordinal)],
            [.. judged.Where(type => !type.Reasons.IsEmpty)]);
    }

    private static IEnumerable<LeftOutReason> Reasons(InstanceType type, InstanceQuery query)
    {
        var devices = type.Accelerator;
        if (query.Gpu is { } gpu && devices?.Name != gpu && devices?.Model.Id != gpu)
        {
            yield return new LeftOutReason(nameof(query.Gpu), devices is null ? "no accelerator" : $"{devices.Model.Id}, not {gpu}");
        }

        if (query.Family is { } family && type.Family != family)
        {
            yield return new LeftOutReason(nameof(query.Family), $"of the family {type.Family}, not {family}");
        }

        if (query.Architecture is { } architecture && type.Architecture != architecture)
        {
            yield return new LeftOutReason(nameof(query.Architecture), $"{type.Architecture.ToKubernetes()}, not {architecture.ToKubernetes()}");
        }

        if (query.MinGpus is { } gpus && (devices?.Count ?? 0) < gpus)
        {
            var has = devices switch { null => "no accelerator", { Fraction: { } part } => $"{part} of a GPU", { Count: var count } => $"{count} of {gpus} accelerators" };
            yield return new LeftOutReason(nameof(query.MinGpus), has);
        }

        if (query.MinMemory is { } memory && (devices is null || devices.NominalMemory < memory))
        {
            yield return new LeftOutReason(nameof(query.MinMemory), devices is null ? "no accelerator" : $"{devices.NominalMemory} per accelerator, less than {memory}");
        }

        if (query.MinVcpus is { } vcpus && type.Vcpus < vcpus)
        {
            yield return new LeftOutReason(nameof(query.MinVcpus), $"{type.Vcpus} vCPUs, fewer than {vcpus}");
        }

        if (query.Efa && type.EfaInterfaces == 0)
        {
            yield return new LeftOutReason(nameof(query.Efa), "no EFA");
        }
    }
}
