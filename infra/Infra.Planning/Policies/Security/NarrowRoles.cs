using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Kubernetes roles may do what they need.</summary>
internal sealed class NarrowRoles : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC021",
        PolicySeverity.Warning,
        "Roles name what they allow, and nobody is given cluster-admin",
        "A ServiceAccount with '*' reads every Secret and starts any pod; one hole in its program is one in the cluster.",
        "kubernetes.io, \"Role Based Access Control Good Practices\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
    [
        .. from role in context.OfKind("Role", "ClusterRole")
           from rule in role["rules"].Items
           from field in new[] { rule["verbs"], rule["resources"], rule["apiGroups"] }
           from verdict in role.Judge(field, list => list.Items.Any(entry => entry.Text == "*") ? "allows '*', also what is added later; name what is needed" : null)
           select verdict,
        .. from binding in context.OfKind("ClusterRoleBinding", "RoleBinding")
           from verdict in binding.Judge(binding["roleRef", "name"], name => name.Text == "cluster-admin" ? "gives cluster-admin; bind a role that names what is needed" : null)
           select verdict,
    ];
}
