using Infra.Components.Security;

namespace Infra.Stacks.Clusters;

/// <summary>What the cluster refuses.</summary>
internal static class PlatformSecurity
{
    /// <summary>Declares the image policy, where there is one.</summary>
    public static void Create(PlatformSettings settings, PlatformCluster cluster, Providers providers)
    {
        if (settings.Security.ImagePolicy is { } policy)
        {
            _ = new ImageAdmission(
                "image-policy",
                new ImageAdmissionArgs
                {
                    Sources = [.. AllowedImages.Of(settings, policy).Sources],
                    Namespaces = [settings.Namespace, .. settings.Tenants.Select(tenant => tenant.NamespaceName)],
                    Enforce = policy.Enforce,
                },
                providers.Component([.. cluster.Ready]));
        }
    }
}
