using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A disruption budget lets at least one pod go.</summary>
internal sealed class BudgetsLetDrainsEnd : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL005",
        PolicySeverity.Error,
        "Every disruption budget lets a node be drained",
        "A budget that lets no pod go stops every upgrade of nodes and every consolidation; EKS ends the update of the node group with PodEvictionFailure after fifteen minutes.",
        "EKS user guide, \"Managed node update behavior\"; polaris, pdbMinAvailableGreaterThanHPAMinReplicas");

    public IEnumerable<Verdict> Check(PolicyContext context) => context.OfKind("PodDisruptionBudget").SelectMany(budget => Of(budget, context));

    private static IEnumerable<Verdict> Of(PolicySubject budget, PolicyContext context)
    {
        var (stay, away) = (budget["spec", "minAvailable"], budget["spec", "maxUnavailable"]);
        return [.. budget.Judge(away, Nothing), .. budget.Judge(stay, least => Everything(least, budget, context))];
    }

    private static string? Nothing(Field away) => away.Text is "0" or "0%" ? $"maxUnavailable {away.Text} lets no pod go: no node with one can be drained; set 1" : null;

    private static string? Everything(Field stay, PolicySubject budget, PolicyContext context)
    {
        if (stay.Text == "100%")
        {
            return "minAvailable 100% lets no pod go: no node with one can be drained; set maxUnavailable: 1";
        }

        var workloads = context.Selected(budget.Namespace, budget["spec", "selector"]).Select(pod => pod.Owner).Distinct().ToList();
        // The fewest of all replicas together; that of one workload alone isn't known where an operator makes the pods.
        var least = workloads.Count == 0 || workloads.Any(workload => workload.Kind is not ("Deployment" or "StatefulSet")) ? null : workloads.Sum(workload => context.Scalers.Bounds(workload).Least);
        return stay.Number is { } number && least is > 0 && number >= least
            ? $"minAvailable {stay.Text} of {least} replicas lets no pod go: no node with one can be drained; set maxUnavailable: 1"
            : null;
    }
}
