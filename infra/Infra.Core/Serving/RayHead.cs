using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>The head of a cluster of Ray: what it asks for where nobody says otherwise, wherever somebody has to know.</summary>
public static class RayHead
{
    /// <summary>CPU of the head.</summary>
    public static CpuQuantity Cpu { get; } = new(1000);

    /// <summary>Memory of the head; Ray's own samples have as much (ray-project/kuberay, tag v1.7.0, ray-service.llm-serve.yaml).</summary>
    public static ByteSize Memory { get; } = ByteSize.FromGibibytes(4);

    /// <summary>CPU of the autoscaler beside it; KubeRay's default.</summary>
    public static CpuQuantity AutoscalerCpu { get; } = new(500);

    /// <summary>Memory of that autoscaler; KubeRay's default.</summary>
    public static ByteSize AutoscalerMemory { get; } = ByteSize.FromMebibytes(512);

    /// <summary>The pod that KubeRay makes of it.</summary>
    /// <param name="cluster">Name of the model, training or cluster.</param>
    /// <param name="cpu">What it asks for.</param>
    /// <param name="memory">What it asks for.</param>
    /// <param name="isScaled">Whether Ray's autoscaler runs beside it.</param>
    public static PodFootprint Footprint(string cluster, CpuQuantity cpu, ByteSize memory, bool isScaled) => new()
    {
        Workload = $"{cluster}-head",
        Kind = WorkloadKind.Deployment,
        Cpu = new CpuQuantity(cpu.Millicores + (isScaled ? AutoscalerCpu.Millicores : 0)),
        Memory = new ByteSize(memory.Bytes + (isScaled ? AutoscalerMemory.Bytes : 0)),
        Source = "ray-project/kuberay, tag v1.7.0, controllers/ray/common/pod.go; requests in what we write",
    };
}
