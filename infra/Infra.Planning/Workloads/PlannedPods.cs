using Infra.Core.Projections;

namespace Infra.Planning.Workloads;

/// <summary>Pods that an object of a plan becomes.</summary>
/// <param name="Owner">The object.</param>
/// <param name="Pods">The pods.</param>
internal sealed record PlannedPods(PlannedObject Owner, ProjectedPods Pods)
{
    /// <summary>All pods by the object that makes them, in the plan's order.</summary>
    public static IEnumerable<PlannedPods> Of(PlannedObjects objects) => objects.All
        .Where(found => found.Kind is not null && found.Resource.Inputs.ContainsKey("spec") && !HiddenRules.Of(found).Any(hidden => hidden.IsWhole))
        .SelectMany(
            found => PodProjections.Of(found.Inputs, name => objects.Runtime(found.Namespace, name), (kind, name) => objects.Scaler(found.Namespace, kind, name)),
            (found, pods) => new PlannedPods(found, pods));
}
