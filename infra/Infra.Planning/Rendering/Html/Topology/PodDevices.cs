using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Workloads;

namespace Infra.Planning.Rendering.Html.Topology;

/// <summary>How many accelerators one pod of a workload asks for: placement tells only what all pods of a node do.</summary>
internal sealed class PodDevices
{
    private readonly Dictionary<(Urn Urn, string Role), PlannedPods> _pods = [];

    public PodDevices(Plan plan)
    {
        foreach (var pods in PlannedPods.Of(PlannedObjects.Of(plan)))
        {
            _pods.TryAdd((pods.Owner.Resource.Urn, pods.Pods.Role), pods);
        }
    }

    public long Of(PodWorkload workload, string device) =>
        _pods.TryGetValue((workload.Urn, workload.Role), out var pods) ? pods.Pods.Requests.Devices.GetValueOrDefault(device) : 0;
}
