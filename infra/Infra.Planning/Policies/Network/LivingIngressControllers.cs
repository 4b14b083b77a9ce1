using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Network;

/// <summary>What faces the internet gets security fixes.</summary>
internal sealed class LivingIngressControllers : IPolicyRule
{
    private const string Prefix = "nginx.ingress.kubernetes.io/";
    private const string Retired = "ingress-nginx is retired: no fix comes after March 2026";

    public RuleDescription About { get; } = new(
        "NET003",
        PolicySeverity.Warning,
        "Nothing relies on ingress-nginx",
        "The project ended in March 2026. Its admission webhook alone had a hole of severity 9.8 that gave away every Secret of a cluster; the next one stays open.",
        "kubernetes.io blog, \"Ingress NGINX Retirement\"; CVE-2025-1974; seed S2.6 (fix)");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
    [
        .. context.OfType("kubernetes:helm.sh/v3:Release").Where(release => release["chart"].Text == "ingress-nginx").Select(release => release.Finding(release["chart"], $"{Retired}; use AWS Load Balancer Controller or a Gateway")),
        .. context.OfKind("IngressClass").Where(kind => kind["spec", "controller"].Text == "k8s.io/ingress-nginx").Select(kind => kind.Finding(kind["spec", "controller"], $"{Retired}; use another controller")),
        .. context.OfKind("Ingress").Where(IsOfNginx).Select(ingress => ingress.Finding($"is written for ingress-nginx; {Retired}; use Gateway API routes, or an ingress class of another controller")),
    ];

    private static bool IsOfNginx(PolicySubject ingress)
    {
        var annotations = ingress["metadata", "annotations"];
        return annotations.Entries.Any(annotation => annotation.Key.StartsWith(Prefix, StringComparison.Ordinal))
            // NGINX's own controller has the same class by default, and annotations of its own.
            || ((annotations["kubernetes.io/ingress.class"].Text ?? ingress["spec", "ingressClassName"].Text) == "nginx" && !annotations.Entries.Any(annotation => annotation.Key.StartsWith("nginx.org/", StringComparison.Ordinal)));
    }
}
