using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>One pod at a time, so that a node can be drained.</summary>
internal static class ServingDisruptionBudget
{
    /// <summary>The budget's inputs.</summary>
    public static PodDisruptionBudgetArgs For(ServingSpec spec)
    {
        var budget = Budget(spec);
        // Not minAvailable: with one replica that would block every drain.
        budget.MaxUnavailable = 1;
        return new PodDisruptionBudgetArgs { Metadata = spec.Metadata(), Spec = budget };
    }

    /// <summary>
    /// The same for pods of an operator whose objects have no subresource <c>scale</c>: Kubernetes doesn't learn there how many pods there should be, and with <c>maxUnavailable</c> lets none go
    /// (Kubernetes documentation, "Specifying a Disruption Budget for your Application", arbitrary workloads and selectors).
    /// </summary>
    /// <param name="spec">The model.</param>
    /// <param name="pods">Fewest pods that there are.</param>
    public static PodDisruptionBudgetArgs Of(ServingSpec spec, int pods)
    {
        var budget = Budget(spec);
        budget.MinAvailable = Math.Max(0, pods - 1);
        return new PodDisruptionBudgetArgs { Metadata = spec.Metadata(), Spec = budget };
    }

    private static PodDisruptionBudgetSpecArgs Budget(ServingSpec spec) => new()
    {
        Selector = new Meta.LabelSelectorArgs { MatchLabels = spec.Labels.Selector },
        // A pod that never got ready serves nobody, and must not keep a node from being drained.
        UnhealthyPodEvictionPolicy = "AlwaysAllow",
    };
}
