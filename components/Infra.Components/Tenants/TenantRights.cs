using Infra.Components.Shared;
using Infra.Core.Tenants;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rbac = Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Components.Tenants;

/// <summary>Who may do what in a tenant's namespace.</summary>
internal static class TenantRights
{
    private const string Group = "rbac.authorization.k8s.io";

    /// <summary>Declares a Role and its binding for each role that somebody has.</summary>
    public static void Create(ComponentResource parent, string name, TenantNamespaceArgs args, Func<string, Meta.ObjectMetaArgs> metadata)
    {
        foreach (var role in TenantRoles.All)
        {
            var groups = Groups(args, role);
            if (groups.Count == 0)
            {
                continue;
            }

            var rights = TenantRoles.Name(role);
            var declared = new K8s.Rbac.V1.Role($"{name}-{rights}", new Rbac.RoleArgs
            {
                Metadata = metadata(rights),
                Rules = TenantRoles.Rules(role).Select(rule => (Input<Rbac.PolicyRuleArgs>)Rule(rule)).ToArray(),
            }, Children.Of(parent));
            _ = new K8s.Rbac.V1.RoleBinding($"{name}-{rights}s", new Rbac.RoleBindingArgs
            {
                Metadata = metadata($"{rights}s"),
                RoleRef = new Rbac.RoleRefArgs { ApiGroup = Group, Kind = "Role", Name = rights },
                Subjects = groups.Select(group => (Input<Rbac.SubjectArgs>)new Rbac.SubjectArgs { ApiGroup = Group, Kind = "Group", Name = group }).ToArray(),
            }, Children.Of(parent, declared));
        }
    }

    /// <summary>Groups that have a role.</summary>
    public static List<string> Groups(TenantNamespaceArgs args, TenantRole role) => role switch
    {
        TenantRole.Viewer => args.Viewers,
        TenantRole.Developer => args.Developers,
        _ => args.Operators,
    };

    private static Rbac.PolicyRuleArgs Rule(RightRule rule) => new() { ApiGroups = { rule.Group }, Resources = rule.Resources.ToArray(), Verbs = rule.Verbs.ToArray() };
}
