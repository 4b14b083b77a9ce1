using Infra.Planning.Model;

namespace Infra.Planning.Placement;

/// <summary>Places the pods of a plan on the nodes of its pools, as the Kubernetes scheduler and the pools' autoscalers would.</summary>
public static class PlanPlacement
{
    /// <summary>The placement of a plan, whoever read or made it.</summary>
    public static PlacementReport Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        throw new NotSupportedException("placement comes with the next commit of this branch");
    }
}
