using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Rendering.Html.Topology;

/// <summary>How many accelerators one pod of a workload asks for: placement tells only what all pods of a node do.</summary>
internal sealed class PodDevices
{
    private readonly Dictionary<PodWorkload, PodSpec> _pods = [];

    public PodDevices(Plan plan)
    {
        foreach (var group in PodGroups.Of(PlannedObjects.Of(plan)))
        {
            _pods.TryAdd(group.Workload, group.Spec);
        }
    }

    public long Of(PodWorkload workload, string device) => _pods.TryGetValue(workload, out var pods) ? pods.Requests.GetValueOrDefault(device) : 0;
}
