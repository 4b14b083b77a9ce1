using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>How several containers use one GPU, as component input; the pool's contract says it.</summary>
public sealed class GpuSharingArgs : ResourceArgs
{
    /// <summary><c>TimeSlicing</c>, <c>Mps</c> or <c>Mig</c>.</summary>
    [Input("mode", required: true)]
    public required string Mode { get; init; }

    /// <summary>Containers per GPU with time-slicing and MPS; 1 with MIG.</summary>
    [Input("replicas", required: true)]
    public required int Replicas { get; init; }

    /// <summary>Layout that every GPU is cut into with MIG. Default: none.</summary>
    [Input("migLayout")]
    public string? MigLayout { get; init; }

    /// <summary>How the pieces are named with MIG, <c>Single</c> or <c>Mixed</c>. Default: none.</summary>
    [Input("migStrategy")]
    public string? MigStrategy { get; init; }

    /// <summary>The input form of a sharing; null for whole GPUs.</summary>
    public static GpuSharingArgs? From(GpuSharing sharing)
    {
        ArgumentNullException.ThrowIfNull(sharing);
        return sharing.Mode == GpuSharingMode.None ? null : new GpuSharingArgs
        {
            Mode = sharing.Mode.ToString(),
            Replicas = sharing.Replicas,
            MigLayout = sharing.MigLayout,
            MigStrategy = sharing.Mode == GpuSharingMode.Mig ? sharing.MigStrategy.ToString() : null,
        };
    }

    /// <summary>What the rules judge.</summary>
    /// <param name="sharing">The input form; null for whole GPUs.</param>
    internal static GpuSharingRequest ToRequest(GpuSharingArgs? sharing)
    {
        var asked = sharing?.ToSharing() ?? GpuSharing.None;
        return new GpuSharingRequest
        {
            TimeSlicing = asked.Mode == GpuSharingMode.TimeSlicing ? asked.Replicas : null,
            Mps = asked.Mode == GpuSharingMode.Mps ? asked.Replicas : null,
            MigLayout = asked.MigLayout,
            MigStrategy = asked.MigStrategy,
        };
    }

    /// <summary>The sharing that these inputs describe.</summary>
    /// <exception cref="ArgumentException">Mode or strategy is not one of those that there are.</exception>
    public GpuSharing ToSharing() => Mode switch
    {
        nameof(GpuSharingMode.TimeSlicing) => GpuSharing.TimeSlicing(Replicas),
        nameof(GpuSharingMode.Mps) => GpuSharing.Mps(Replicas),
        nameof(GpuSharingMode.Mig) when MigLayout is { } layout && Enum.TryParse<MigStrategy>(MigStrategy, out var strategy) => GpuSharing.Mig(layout, strategy),
        _ => throw new ArgumentException(
            $"sharing: mode '{Mode}' with MIG layout '{MigLayout}' and strategy '{MigStrategy}'; there are TimeSlicing, Mps, and Mig with a layout and the strategy Single or Mixed"),
    };
}
