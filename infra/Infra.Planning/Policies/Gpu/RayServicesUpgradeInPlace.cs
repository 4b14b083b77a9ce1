using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>An update of a Ray service doesn't need twice its GPUs.</summary>
internal sealed class RayServicesUpgradeInPlace : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU015",
        PolicySeverity.Warning,
        "A Ray service with GPUs can be updated on the GPUs that there are",
        "KubeRay's default builds a second cluster beside the first before it moves the traffic: for as long as the update takes there must be twice the GPUs, or the update hangs.",
        "ray-project/kuberay #2274, #4239, #1476");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var room = new GpuRoom(context);
        return from pod in context.Pods
               where pod.Owner.Kind == "RayService" && pod.HasAccelerator
               from verdict in pod.Owner.Judge(pod.Owner["spec", "upgradeStrategy", "type"], type => type.Text is null or "NewCluster" && !room.HasSpareForAll(pod)
                   ? "an update starts a second cluster with the same GPUs; set upgradeStrategy.type to None or NewClusterWithIncrementalUpgrade, or give the pool room"
                   : null)
               select verdict;
    }
}
