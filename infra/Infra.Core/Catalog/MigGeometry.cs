using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>How a GPU model can be cut into pieces (Multi-Instance GPU).</summary>
public sealed record MigGeometry
{
    private const string Uniform = "all-";

    /// <summary>The layout that holds pieces of several sizes.</summary>
    public const string BalancedLayout = "all-balanced";

    /// <summary>Compute slices of a whole GPU.</summary>
    public required int ComputeSlices { get; init; }

    /// <summary>Memory slices of a whole GPU.</summary>
    public required int MemorySlices { get; init; }

    /// <summary>The profiles, smallest first; those with media or graphics extensions are left out.</summary>
    public required ImmutableArray<MigProfile> Profiles { get; init; }

    /// <summary>Pieces of each profile in the layout <c>all-balanced</c>.</summary>
    public required ImmutableArray<KeyValuePair<string, int>> Balanced { get; init; }

    /// <summary>Where profiles and layouts were read.</summary>
    public required ImmutableArray<FactSource> Sources { get; init; }

    /// <summary>Names of the layouts, as NVIDIA's MIG manager knows them: one per profile and the balanced one.</summary>
    public IEnumerable<string> Layouts => [.. Profiles.Select(profile => Uniform + profile.Name), BalancedLayout];

    /// <summary>The pieces of every GPU in a layout, smallest profile first; null if this model has no such layout.</summary>
    /// <param name="name">A name out of <see cref="Layouts"/>.</param>
    public ImmutableArray<MigPieces>? Layout(string name)
    {
        if (name == BalancedLayout)
        {
            return [.. Balanced.Select(entry => new MigPieces(Profiles.Single(profile => profile.Name == entry.Key), entry.Value))];
        }

        var profile = Profiles.FirstOrDefault(profile => Uniform + profile.Name == name);
        return profile is null ? null : [new MigPieces(profile, profile.MaxPerGpu)];
    }
}
