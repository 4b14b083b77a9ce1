using Infra.Core.Resilience;
using Infra.Planning.Policies.Subjects;
using Infra.Planning.Resilience;
using Infra.Planning.Workloads;

namespace Infra.Planning.Policies.Reliability;

/// <summary>A pod that goes can come back: the drain proof's judgement of quotas.</summary>
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

        // Which pods stand there depends on what nodes offer.
        if (!PlannedPool.AreKnown(PlannedObjects.Of(context.Plan)))
        {
            return context.OfKind("ResourceQuota").Select(quota => quota.NotKnown(quota["spec", "hard"]));
        }

        var quotas = context.OfKind("ResourceQuota").ToLookup(quota => quota.Namespace, StringComparer.Ordinal);
        return from finding in DrainProof.OfQuotas(PlannedCluster.Of(context.Plan))
               from quota in quotas[finding.Subject]
               where finding.Message.Contains($"'{quota.Name}'", StringComparison.Ordinal)
               select quota.Finding(finding.Message);
    }
}
