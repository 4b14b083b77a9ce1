using Infra.Core.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of secrets that AWS keeps.</summary>
internal static class ExternalSecretRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("security.externalSecrets");
        if (settings.Security.ExternalSecrets is not null && settings.Cluster.Kubeconfig is not null && !problems.Cover(path))
        {
            problems.Add(path, "pods outside EKS have no identity with which AWS would give out secrets; use cluster.eks or cluster.existing, or keep the secrets in Pulumi");
        }
    }
}
