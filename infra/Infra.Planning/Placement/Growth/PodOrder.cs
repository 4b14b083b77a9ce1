using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Growth;

/// <summary>
/// In what order pods look for nodes: by priority, as the scheduler's queue has it; of the same priority those with the most devices, then the largest, then by name. The queue has the
/// oldest first, which a plan doesn't know; with small pods first, less may fit, and nobody can promise that.
/// </summary>
internal static class PodOrder
{
    public static IEnumerable<PodGroup> Of(IEnumerable<PodGroup> groups) => groups
        .OrderByDescending(group => group.Spec.Priority)
        .ThenByDescending(group => group.Spec.Requests.Where(request => !ResourceNames.IsOrdinary(request.Key)).Sum(request => request.Value))
        .ThenByDescending(group => group.Spec.Requests.GetValueOrDefault(ResourceNames.Cpu))
        .ThenByDescending(group => group.Spec.Requests.GetValueOrDefault(ResourceNames.Memory))
        .ThenBy(group => group.Spec.Name, StringComparer.Ordinal);
}
