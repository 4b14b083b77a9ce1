using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>One pod at a time, so that a node can be drained.</summary>
internal static class ServingDisruptionBudget
{
    /// <summary>The budget's inputs.</summary>
    public static PodDisruptionBudgetArgs For(ServingSpec spec) => new()
    {
        Metadata = spec.Metadata(),
        Spec = new PodDisruptionBudgetSpecArgs
        {
            Selector = new Meta.LabelSelectorArgs { MatchLabels = spec.Labels.Selector },
            // Not minAvailable: with one replica that would block every drain.
            MaxUnavailable = 1,
            // A pod that never got ready serves nobody, and must not keep a node from being drained.
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
        },
    };
}
