namespace Infra.Core.Nodes;

/// <summary>How the GPUs of a pool are shared; <see cref="GpuSharingRules"/> makes it from what a pool asks for.</summary>
public sealed record GpuSharing
{
    /// <summary>Whole GPUs.</summary>
    public static GpuSharing None { get; } = new();

    /// <summary>The way.</summary>
    public GpuSharingMode Mode { get; private init; }

    /// <summary>Containers that may use one GPU at a time-slicing or MPS pool; 1 otherwise.</summary>
    public int Replicas { get; private init; } = 1;

    /// <summary>Name of the layout that every GPU is cut into, as NVIDIA's MIG manager knows it; null without MIG.</summary>
    public string? MigLayout { get; private init; }

    /// <summary>How the pieces are named.</summary>
    public MigStrategy MigStrategy { get; private init; }

    /// <summary>
    /// Name of the device plugin's configuration for such nodes, for the label <see cref="NodeLabels.DevicePluginConfig"/>; null for whole GPUs.
    /// </summary>
    public string? PluginConfig => Mode switch
    {
        GpuSharingMode.TimeSlicing => $"time-slicing-{Replicas}",
        GpuSharingMode.Mps => $"mps-{Replicas}",
        GpuSharingMode.Mig => MigStrategy == MigStrategy.Single ? "mig-single" : "mig-mixed",
        _ => null,
    };

    /// <summary>In turns.</summary>
    /// <param name="replicas">Containers per GPU, at least 2.</param>
    public static GpuSharing TimeSlicing(int replicas) => new() { Mode = GpuSharingMode.TimeSlicing, Replicas = replicas };

    /// <summary>Under the Multi-Process Service.</summary>
    /// <param name="replicas">Containers per GPU, 2 to 48.</param>
    public static GpuSharing Mps(int replicas) => new() { Mode = GpuSharingMode.Mps, Replicas = replicas };

    /// <summary>In pieces.</summary>
    /// <param name="layout">A layout that the pool's GPU model has.</param>
    /// <param name="strategy">How the pieces are named.</param>
    public static GpuSharing Mig(string layout, MigStrategy strategy) =>
        new() { Mode = GpuSharingMode.Mig, MigLayout = layout, MigStrategy = strategy };
}
