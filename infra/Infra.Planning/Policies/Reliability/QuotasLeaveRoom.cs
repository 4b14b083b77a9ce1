using Infra.Core.Resilience;
using Infra.Planning.Policies.Subjects;
using Infra.Planning.Resilience;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A pod that goes can come back: the drain proof's quotas and budgets, without its packing of nodes, which <c>drain</c> has.</summary>
internal sealed class QuotasLeaveRoom : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL006",
        PolicySeverity.Error,
        "A namespace's quota admits the pod that takes another's place",
        "During a drain or a rollout old and new pod exist together. A quota that fits the old ones exactly refuses the new, and the model stays a replica short.",
        "kubernetes.io, \"Resource Quotas\"; docs/resilience.md");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        if (context.IsManifests || !context.OfKind("ResourceQuota").Any())
        {
            return [];
        }

        var cluster = PlannedCluster.Of(context.Plan) with { Pools = [] };
        var quotas = context.OfKind("ResourceQuota").ToLookup(quota => quota.Namespace, StringComparer.Ordinal);
        return from finding in DrainProof.Of(cluster)
               where finding.Fault == DrainFault.Quota
               from quota in quotas.Where(quota => finding.Subject.Contains(quota.Key, StringComparison.Ordinal) || finding.Message.Contains($"'{quota.Key}'", StringComparison.Ordinal)).SelectMany(quota => quota).Take(1)
               select quota.Finding($"{finding.Subject}: {finding.Message}");
    }
}
