using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Nodes;
using Pulumi;
using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;

namespace Infra.Components.Nodes;

/// <summary>The priority classes of a cluster: promised work, work on spot capacity, room holders.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-gpu-inference-critical
/// NAME-gpu-inference-spot
/// NAME-gpu-inference-headroom
/// </code>
/// </remarks>
public sealed class SchedulingPriorities : ComponentResource
{
    /// <summary>Declares the classes.</summary>
    public SchedulingPriorities(string name, SchedulingPrioritiesArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.SchedulingPriorities, name, args, options)
    {
        foreach (var priority in PriorityClasses.All)
        {
            _ = new PriorityClass($"{name}-{priority.Name}", new PriorityClassArgs
            {
                Metadata = new ObjectMetaArgs { Name = priority.Name, Labels = ManagedBy.Owned },
                Value = priority.Value,
                PreemptionPolicy = priority.Preempts ? "PreemptLowerPriority" : "Never",
                GlobalDefault = false,
                Description = priority.Description,
            }, Children.Root(this, options));
        }

        RegisterOutputs();
    }
}
