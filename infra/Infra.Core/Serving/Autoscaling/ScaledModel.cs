using Infra.Core.Nodes;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>What decides, beside the specification, how a model is scaled.</summary>
public sealed record ScaledModel
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What keeps its pods running.</summary>
    public required ServingBackend Backend { get; init; }

    /// <summary>Its server.</summary>
    public required RuntimeSpec Runtime { get; init; }

    /// <summary>Devices of one pod.</summary>
    public required int Devices { get; init; }

    /// <summary>Pods of one replica.</summary>
    public int PodsPerReplica { get; init; } = 1;

    /// <summary>How the GPUs come that it runs on.</summary>
    public GpuPieces Pieces { get; init; }

    /// <summary>Whether something publishes the metrics of GPUs.</summary>
    public bool HasGpuMetrics { get; init; } = true;

    /// <summary>Whether Prometheus scrapes the model.</summary>
    public required bool IsScraped { get; init; }

    /// <summary>Whether KEDA knows a Prometheus to ask.</summary>
    public required bool HasPrometheus { get; init; }

    /// <summary>Whether KEDA has an identity in AWS.</summary>
    public bool HasAwsIdentity { get; init; }

    /// <summary>How GPUs come on any of several pools.</summary>
    /// <param name="pools">Whether each pool's devices are NVIDIA's, and how they are shared.</param>
    public static GpuPieces PiecesOf(IEnumerable<(bool IsNvidia, GpuSharingMode Sharing)> pools)
    {
        ArgumentNullException.ThrowIfNull(pools);
        var pieces = GpuPieces.Whole;
        foreach (var (isNvidia, sharing) in pools)
        {
            var of = sharing switch
            {
                _ when !isNvidia => GpuPieces.NotNvidia,
                GpuSharingMode.TimeSlicing or GpuSharingMode.Mps => GpuPieces.Shared,
                GpuSharingMode.Mig => GpuPieces.Mig,
                _ => GpuPieces.Whole,
            };
            pieces = (GpuPieces)Math.Max((int)pieces, (int)of);
        }

        return pieces;
    }
}
