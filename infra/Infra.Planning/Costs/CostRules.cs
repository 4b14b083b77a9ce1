using System.Collections.Immutable;
using Infra.Planning.Costs.Lines;

namespace Infra.Planning.Costs;

/// <summary>Everybody who knows what something costs.</summary>
internal static class CostRules
{
    private static readonly ImmutableArray<ICostRule> _known =
    [
        new ControlPlaneCost(),
        new NodeCost(),
        new NodeDiskCost(),
        new AutoModeCost(),
        new ForeignNodesCost(),
        new VolumeCost(),
        new NetworkCost(),
        new LoadBalancerCost(),
        new FileSystemCost(),
        new BucketCost(),
        new DatabaseCost(),
        new CacheCost(),
        new ObservabilityCost(),
        new KeyCost(),
        new RegistryCost(),
        new QueueCost(),
        new BackupCost(),
    ];

    /// <summary>All of them; the last one says what is left over.</summary>
    public static ImmutableArray<ICostRule> All { get; } = [.. _known, new UnknownTypeCost(_known.SelectMany(rule => rule.Types).ToHashSet(StringComparer.Ordinal))];
}
