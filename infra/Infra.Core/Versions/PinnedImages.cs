using System.Collections.Immutable;
using System.Reflection;

namespace Infra.Core.Versions;

/// <summary>Every image that the pins name.</summary>
public static class PinnedImages
{
    /// <summary>In the order of their references, each once.</summary>
    public static ImmutableArray<ImagePin> All { get; } =
    [
        .. typeof(Pins).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ImagePin>()
            .Concat(ClusterAutoscalerImages.All)
            .DistinctBy(image => image.Tagged)
            .OrderBy(image => image.Tagged, StringComparer.Ordinal),
    ];
}
