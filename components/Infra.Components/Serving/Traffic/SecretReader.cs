using Infra.Components.Serving.Backends;
using Infra.Components.Traffic.LoadBalancing;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Components.Serving.Traffic;

/// <summary>The right of AWS Load Balancer Controller to read one Secret: its chart gives it all Secrets of the cluster, or none, which is ours.</summary>
internal static class SecretReader
{
    private const string Rbac = "rbac.authorization.k8s.io";

    /// <summary>Declares role and binding.</summary>
    public static void Create(ServingSpec spec, string secret, ServingChildren children)
    {
        var metadata = spec.Metadata();
        metadata.Name = $"{spec.Args.Model}-secret-reader";
        var role = new Role($"{spec.Name}-secret-reader", new RoleArgs
        {
            Metadata = metadata,
            Rules =
            {
                // It watches the one that an Ingress names.
                new PolicyRuleArgs { ApiGroups = { "" }, Resources = { "secrets" }, ResourceNames = { secret }, Verbs = { "get", "list", "watch" } },
            },
        }, children.Of());
        _ = new RoleBinding($"{spec.Name}-secret-reading", new RoleBindingArgs
        {
            Metadata = metadata,
            RoleRef = new RoleRefArgs { ApiGroup = Rbac, Kind = "Role", Name = $"{spec.Args.Model}-secret-reader" },
            Subjects = { new SubjectArgs { Kind = "ServiceAccount", Name = LoadBalancerController.ServiceAccount, Namespace = LoadBalancerController.Namespace } },
        }, children.Of(role));
    }
}
