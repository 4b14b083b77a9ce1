using Infra.Core.Versions;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>Nobody pays six times for an old version.</summary>
internal sealed class KubernetesInStandardSupport : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST002",
        PolicySeverity.Warning,
        "The cluster's Kubernetes version is in standard support, and stays so for 60 days",
        "A cluster in extended support costs 0.60 dollars an hour rather than 0.10, 365 dollars more each month, and is upgraded by AWS at a time of its own when that ends, too.",
        "EKS user guide, \"Understand the Kubernetes version lifecycle on EKS\"; aws.amazon.com/eks/pricing");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfType("aws:eks/cluster:Cluster").SelectMany(cluster => cluster.Judge(cluster["version"], version => Problem(version.Text, context.On)));

    private static string? Problem(string? version, DateOnly on)
    {
        if (version is null)
        {
            return null;
        }

        // Versions left standard support in the order of their numbers.
        if (KubernetesVersions.Minor(version) < KubernetesVersions.Minor(KubernetesVersions.All[0].Version))
        {
            return $"{version} has left standard support; upgrade to {KubernetesVersions.Default.Version}, one version at a time";
        }

        return Support.Problem($"Kubernetes {version}", KubernetesVersions.Find(version), on, "'./run upgrade' shows the way");
    }
}
