using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>Reminds that ingress-nginx is no more: the project ended in March 2026 (kubernetes.io, "Ingress NGINX Retirement").</summary>
internal static class RetiredIngress
{
    // Its class' name where nobody gave another, and the prefix of annotations that no other controller reads.
    private const string ClassName = "nginx";
    private const string Annotations = "nginx.ingress.kubernetes.io/";

    public static void Warn(PlatformSettings settings)
    {
        var models = TrafficPlan.Exposed(settings, ExposedBy.Ingress).ToList();
        var found = models.Count == 0 ? null
            : settings.Traffic.Ingress!.ClassName == ClassName ? $"the class of Ingress '{ClassName}'"
            : models.SelectMany(model => model.Expose!.Annotations.Keys).FirstOrDefault(key => key.StartsWith(Annotations, StringComparison.Ordinal)) is { } annotation ? $"the annotation {annotation}"
            : null;
        if (found is not null)
        {
            Log.Warn(
                $"{found} is as a rule that of ingress-nginx, which was retired in March 2026 and whose holes nobody closes any more; "
                + "expose models via gateway, or via alb in AWS, or by the class of a controller that lives; nothing is to do if it is another's, such as F5 NGINX Ingress Controller");
        }
    }
}
