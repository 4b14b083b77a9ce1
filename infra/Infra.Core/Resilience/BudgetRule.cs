namespace Infra.Core.Resilience;

/// <summary>A drain asks budgets, and the answer is not always no; several replicas have one, or a drain of two nodes takes all of them.</summary>
internal sealed class BudgetRule : IDrainRule
{
    public IEnumerable<DrainFinding> Check(DrainedCluster cluster)
    {
        foreach (var pods in cluster.Pods)
        {
            if (pods.Budgets.Length > 1)
            {
                // kubernetes.io, "API-initiated Eviction": the server answers 500, and an administrator has to find out why.
                yield return new DrainFinding(
                    DrainFault.Blocked, pods.Name, $"{string.Join(" and ", pods.Budgets.Select(budget => budget.Name))} select the same pods, and Kubernetes evicts none that has two budgets; keep one");
            }
            else if (pods.Allowed == 0)
            {
                yield return new DrainFinding(DrainFault.Blocked, pods.Name, Never(pods, pods.Budgets[0]));
            }
            else if (pods is { Least: > 1, Budgets.IsEmpty: true })
            {
                yield return new DrainFinding(DrainFault.Unguarded, pods.Name, $"no budget that we know of keeps any of its {pods.Least} pods; one with maxUnavailable 1 would");
            }
        }
    }

    private static string Never(StandingPods pods, DisruptionBudget budget) => !pods.HasScale && budget.MinAvailable is not { IsPercent: false }
        ? $"{budget.Name} says {budget.Words}, but what makes the pods has no subresource 'scale', and Kubernetes then lets none go; say minAvailable as a number"
        : $"{budget.Name} says {budget.Words} of {Counted.Of(pods.Least, "pod")}, which lets none go: no node with one can be drained; leave room for at least one";
}
