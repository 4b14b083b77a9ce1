using Infra.Core.Nodes;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>How the replicas of a model are spread over zones.</summary>
internal static class ServingSpread
{
    // Fewer than these count as none, so that one zone with nodes isn't even by itself.
    private const int LeastZones = 2;

    /// <summary>The constraints of a pod.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="revisionLabel">Label that tells the pods of one revision from those of another; null where the pods have none.</param>
    public static InputList<CoreV1.TopologySpreadConstraintArgs> Of(ServingSpec spec, string? revisionLabel)
    {
        // Soft: with scarce GPUs a replica in the wrong zone is better than none.
        InputList<CoreV1.TopologySpreadConstraintArgs> constraints = [Constraint(spec.Labels, revisionLabel, 1, "ScheduleAnyway")];
        if (spec.Args.SpreadOverZones)
        {
            // Hard, but no more than needed: while another zone has none, a zone has all replicas but one at most.
            var apart = Constraint(spec.Labels, revisionLabel, spec.LeastReplicas - 1, "DoNotSchedule");
            apart.MinDomains = LeastZones;
            // A zone whose nodes are cordoned or unreachable takes nobody, and must not keep the others from taking more.
            apart.NodeTaintsPolicy = "Honor";
            constraints.Add(apart);
        }

        return constraints;
    }

    private static CoreV1.TopologySpreadConstraintArgs Constraint(ServingLabels labels, string? revisionLabel, int maxSkew, string whenUnsatisfiable)
    {
        var spread = new CoreV1.TopologySpreadConstraintArgs
        {
            TopologyKey = NodeLabels.Zone,
            MaxSkew = maxSkew,
            WhenUnsatisfiable = whenUnsatisfiable,
            LabelSelector = new Meta.LabelSelectorArgs { MatchLabels = labels.Selector },
        };
        if (revisionLabel is not null)
        {
            // Pods of the revision that a rolling update takes away don't count.
            spread.MatchLabelKeys = revisionLabel;
        }

        return spread;
    }
}
