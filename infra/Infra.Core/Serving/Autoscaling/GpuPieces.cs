namespace Infra.Core.Serving.Autoscaling;

/// <summary>How a pod gets GPUs: the later, the less DCGM tells of them. Several pools count as the last of theirs: metrics of MIG pieces are published for whole GPUs too.</summary>
public enum GpuPieces
{
    /// <summary>As a whole.</summary>
    Whole,

    /// <summary>As MIG pieces, of which DCGM publishes profiling metrics, but no utilisation.</summary>
    Mig,

    /// <summary>Shared with other pods, so that nobody can tell whose use it is.</summary>
    Shared,

    /// <summary>They are none of NVIDIA's, which DCGM measures alone.</summary>
    NotNvidia,
}
