using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>The pod that hands a job to the head of its cluster of Ray, and waits until it is done.</summary>
public static class RaySubmitter
{
    /// <summary>CPU; KubeRay's default (ray-project/kuberay, tag v1.7.0, controllers/ray/common/job.go).</summary>
    public static CpuQuantity Cpu { get; } = new(500);

    /// <summary>Memory, request and limit: KubeRay's default of the limit.</summary>
    public static ByteSize Memory { get; } = ByteSize.FromGibibytes(1);

    /// <summary>The pod.</summary>
    /// <param name="job">Name of the job.</param>
    public static PodFootprint Footprint(string job) => new()
    {
        Workload = job,
        Kind = WorkloadKind.Deployment,
        Cpu = Cpu,
        Memory = Memory,
        Source = "ray-project/kuberay, tag v1.7.0, controllers/ray/rayjob_controller.go; requests in our RayJob",
    };
}
