using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Where the image brings no device plugin, somebody installs one.</summary>
internal sealed class GpuNodesHaveDevicePlugin : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU008",
        PolicySeverity.Error,
        "GPU nodes whose image brings no device plugin get one",
        "Amazon Linux 2023's NVIDIA image has the driver and no device plugin: nodes come up, cost money and announce no nvidia.com/gpu.",
        "EKS user guide, \"Use EKS-optimized accelerated AMIs for GPU instances\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        // A stack of the cluster alone leaves what runs in it to another.
        DevicePlugins.Of(context).Any() || !context.Subjects.Any(subject => subject.Kind is not null || subject.Resource.Type == "kubernetes:helm.sh/v3:Release")
            ? []
            : context.Pools.Where(pool => pool is { HasNvidia: true, BringsDevicePlugin: false, EdgeDevices.IsEmpty: true })
                .Select(pool => pool.Subject.Finding($"{pool.Name} has NVIDIA GPUs and an image without device plugin, and nothing in the plan installs one; add the nvidia-device-plugin chart or the GPU operator"));
}
