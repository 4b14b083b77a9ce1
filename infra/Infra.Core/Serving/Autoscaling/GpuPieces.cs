namespace Infra.Core.Serving.Autoscaling;

/// <summary>How a pod gets GPUs.</summary>
public enum GpuPieces
{
    /// <summary>As a whole.</summary>
    Whole,

    /// <summary>As MIG pieces, of which DCGM publishes profiling metrics, but no utilisation.</summary>
    Mig,

    /// <summary>Shared with other pods, so that nobody can tell whose use it is.</summary>
    Shared,
}
