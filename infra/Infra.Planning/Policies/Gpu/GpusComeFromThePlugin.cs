using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>No container helps itself to GPUs.</summary>
internal sealed class GpusComeFromThePlugin : IPolicyRule
{
    private const string Variable = "NVIDIA_VISIBLE_DEVICES";

    public RuleDescription About { get; } = new(
        "GPU021",
        PolicySeverity.Warning,
        "No container sets NVIDIA_VISIBLE_DEVICES itself",
        "The NVIDIA runtime gives the container every GPU that the variable names, whoever the device plugin gave them to: two pods share a GPU by accident and run out of memory.",
        "NVIDIA/k8s-device-plugin, \"Preventing unprivileged access to GPUs\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        from variable in container.Body["env"].Items
        where variable["name"].Text == Variable
        from verdict in pod.Owner.Judge(variable["value"], value => value.Text is null or "none" or "void" or "" ? null : $"{Variable}={value.Text} takes GPUs past the device plugin; ask for nvidia.com/gpu in limits and remove it")
        select verdict;
}
