using Infra.Core.Nodes;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>
/// An accelerator of a node with the replicas on it, and what sharing costs them. The model is on the careful side:
/// <list type="bullet">
/// <item>Time-slicing: replicas that work take turns of equal length, and a kernel has the whole GPU in its turn; nothing is kept apart (NVIDIA/k8s-device-plugin, README, "With CUDA Time-Slicing"). With k replicas at work, work on the
/// GPU takes k times as long. k is taken when a batch or iterations of up to 0.1 s begin and kept until they end, so that the earlier of two is a little too fast and the later one as much too slow.</item>
/// <item>MPS: the plugin gives each replica an equal share of memory and of threads (README, "With CUDA MPS"; cmd/mps-control-daemon/mps/daemon.go at 1b826acc, set_default_active_thread_percentage), whether others work or not; work takes the longer by as much as the share is smaller. Kernels that don't fill the GPU lose
/// less in truth.</item>
/// <item>MIG: a piece has its own processors, cache and memory (nvidia.com, "Multi-Instance GPU"), so others cost nothing and work takes the longer by as much as the piece is smaller.</item>
/// </list>
/// </summary>
internal sealed class SharedGpu(GpuSharingMode mode, int parts)
{
    /// <summary>Replicas that hold a part.</summary>
    public int Tenants { get; set; }

    /// <summary>Replicas that work at the moment.</summary>
    public int Working { get; set; }

    /// <summary>How much longer work on the GPU takes than on the share on which it was measured.</summary>
    /// <param name="measuredShare">That share.</param>
    public double Slowdown(double measuredShare) => mode switch
    {
        GpuSharingMode.TimeSlicing => Math.Max(1, Working),
        GpuSharingMode.Mps or GpuSharingMode.Mig => Math.Max(1, measuredShare * parts),
        _ => 1,
    };
}
