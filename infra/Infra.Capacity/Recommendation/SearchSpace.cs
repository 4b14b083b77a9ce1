using System.Collections.Immutable;

namespace Infra.Capacity.Recommendation;

/// <summary>What may be chosen of a model and its nodes.</summary>
public sealed record SearchSpace
{
    /// <summary>What there is now.</summary>
    public required Setting Present { get; init; }

    /// <summary>What each type of nodes begins with: the present one as it is, then the others, the cheapest first.</summary>
    public required ImmutableArray<Setting> Starts { get; init; }

    /// <summary>How GPUs are shared now.</summary>
    public GpuShare Share { get; init; } = GpuShare.Whole;

    /// <summary>Whether a scaler counts the replicas.</summary>
    public required bool Scales { get; init; }

    /// <summary>Other ways to share GPUs, by type of nodes.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<GpuShare>> Shares { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<GpuShare>>(StringComparer.Ordinal);

    /// <summary>Other ways to buy nodes.</summary>
    public ImmutableArray<NodePurchase> Purchases { get; init; } = [];

    /// <summary>Targets of the scaler that there are now, and that the simulation can answer.</summary>
    public ImmutableArray<ScalerTarget> Targets { get; init; } = [];
}
