using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>The head of a model's Ray cluster: what it asks for, wherever somebody has to know.</summary>
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
    /// <param name="model">Name of the model.</param>
    /// <param name="isScaled">Whether Ray's autoscaler runs beside it.</param>
    public static PodFootprint Footprint(string model, bool isScaled) => new()
    {
        Workload = $"{model}-head",
        Kind = WorkloadKind.Deployment,
        Cpu = new CpuQuantity(Cpu.Millicores + (isScaled ? AutoscalerCpu.Millicores : 0)),
        Memory = new ByteSize(Memory.Bytes + (isScaled ? AutoscalerMemory.Bytes : 0)),
        Source = "ray-project/kuberay, tag v1.7.0, controllers/ray/common/pod.go; requests in our RayService",
    };
}
