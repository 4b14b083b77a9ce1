using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>The cluster's API isn't open to the world.</summary>
internal sealed class PublicEndpoints : IPolicyRule
{
    private const string Everywhere = "0.0.0.0/0";

    public RuleDescription About { get; } = new(
        "SEC015",
        PolicySeverity.Error,
        "The cluster's API is private, or open to known networks only",
        "EKS opens the API to 0.0.0.0/0 unless told otherwise: then a leaked kubeconfig works from anywhere, and so does the next hole in the API server.",
        "EKS user guide, \"Cluster API server endpoint\": public access is on by default");

    public IEnumerable<Verdict> Check(PolicyContext context) => context.OfType("aws:eks/cluster:Cluster").SelectMany(Of);

    private static IEnumerable<Verdict> Of(PolicySubject cluster)
    {
        var vpc = cluster["vpcConfig"];
        var access = vpc["endpointPublicAccess"];
        return access.IsHidden ? [cluster.NotKnown(access)]
            : access.IsFalse ? []
            : cluster.Judge(vpc["publicAccessCidrs"], networks => networks.IsAbsent || networks.Items.Any(network => network.Text is Everywhere or "::/0")
                ? "the API is open to 0.0.0.0/0; set endpointPublicAccess: false, or publicAccessCidrs to the networks that you deploy from"
                : null);
    }
}
