using System.Globalization;
using Infra.Core.Nodes;

namespace Infra.Capacity.Recommendation;

/// <summary>How the GPUs of a pool are shared.</summary>
/// <param name="Mode">The way; none for whole GPUs.</param>
/// <param name="Parts">Containers on a GPU, or pieces of it; 1 for whole ones.</param>
/// <param name="Layout">With MIG the layout, by NVIDIA's name.</param>
public sealed record GpuShare(GpuSharingMode Mode, int Parts, string? Layout = null)
{
    public static GpuShare Whole { get; } = new(GpuSharingMode.None, 1);

    /// <summary>For people, and the same text in the JSON document.</summary>
    public string Words => Mode switch
    {
        GpuSharingMode.TimeSlicing => string.Create(CultureInfo.InvariantCulture, $"time-slicing {Parts}"),
        GpuSharingMode.Mps => string.Create(CultureInfo.InvariantCulture, $"MPS {Parts}"),
        GpuSharingMode.Mig => Layout is null ? string.Create(CultureInfo.InvariantCulture, $"MIG {Parts}") : $"MIG {Layout}",
        _ => "whole",
    };

    /// <summary>Whether the configuration says the same for both.</summary>
    public bool IsSameAs(GpuShare other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Mode == other.Mode && (Mode == GpuSharingMode.Mig ? Layout == other.Layout : Parts == other.Parts);
    }
}
