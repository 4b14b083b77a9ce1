using Infra.Core.Configuration;
using Infra.Core.Tenants;

namespace Infra.Core.Tests.Tenants;

/// <summary>What people of a tenant may do, and above all what they may not.</summary>
public sealed class TenantRolesTests
{
    private static readonly string[] _read = ["get", "list", "watch"];

    [Fact]
    public void Viewers_only_read() => Assert.All(TenantRoles.Rules(TenantRole.Viewer), rule => Assert.Equal(_read, rule.Verbs));

    // Logs hold what users ask, and the other three are ways into a pod.
    [Theory]
    [InlineData("secrets", "")]
    [InlineData("pods/log", "")]
    [InlineData("pods/exec", "")]
    [InlineData("pods/portforward", "")]
    public void Viewers_see_no(string resource, string verbs) => Assert.Equal(verbs, Verbs(TenantRole.Viewer, "", resource));

    [Theory]
    [InlineData(TenantRole.Viewer, "get,list,watch")]
    [InlineData(TenantRole.Developer, "create,delete,get,list,patch,update,watch")]
    [InlineData(TenantRole.Operator, "create,delete,get,list,patch,update,watch")]
    public void The_seeds_right_on_inference_services_is_the_viewers(TenantRole role, string verbs) => Assert.Equal(verbs, Verbs(role, "serving.kserve.io", "inferenceservices"));

    [Theory]
    [InlineData(TenantRole.Developer, "")]
    [InlineData(TenantRole.Operator, "create,delete,get,list,patch,update,watch")]
    public void Secrets_are_the_operators(TenantRole role, string verbs) => Assert.Equal(verbs, Verbs(role, "", "secrets"));

    // A client that speaks WebSockets asks with get, one that speaks SPDY with create.
    [Theory]
    [InlineData(TenantRole.Developer, "pods/portforward")]
    [InlineData(TenantRole.Operator, "pods/exec")]
    [InlineData(TenantRole.Operator, "pods/attach")]
    public void Whoever_may_connect_may_by_either_protocol(TenantRole role, string resource) => Assert.Equal("create,get", Verbs(role, "", resource));

    [Theory]
    [InlineData("pods/exec")]
    [InlineData("pods/attach")]
    public void Developers_get_into_no_container(string resource) => Assert.Equal("", Verbs(TenantRole.Developer, "", resource));

    [Fact]
    public void Each_role_has_the_rights_of_those_before_it()
    {
        foreach (var (fewer, more) in TenantRoles.All.Zip(TenantRoles.All.Skip(1)))
        {
            Assert.All(TenantRoles.Rules(fewer), rule => Assert.Contains(rule, TenantRoles.Rules(more)));
            Assert.True(TenantRoles.Rules(more).Length > TenantRoles.Rules(fewer).Length);
        }
    }

    // Who changes these is held by nothing.
    [Theory]
    [InlineData("", "resourcequotas")]
    [InlineData("", "limitranges")]
    [InlineData("", "serviceaccounts")]
    [InlineData("networking.k8s.io", "networkpolicies")]
    [InlineData("kueue.x-k8s.io", "localqueues")]
    public void Nobody_changes_what_holds_them(string group, string resource) => Assert.Equal("get,list,watch", Verbs(TenantRole.Operator, group, resource));

    [Theory]
    [InlineData("rbac.authorization.k8s.io")]
    [InlineData("*")]
    public void No_rule_is_of(string group) => Assert.DoesNotContain(TenantRoles.Rules(TenantRole.Operator), rule => rule.Group == group || rule.Resources.Contains("*") || rule.Verbs.Contains("*"));

    [Fact]
    public void Groups_say_tenant_and_role() =>
        Assert.Equal(["gpu-inference:vision:viewers", "gpu-inference:vision:developers", "gpu-inference:vision:operators"], TenantRoles.All.Select(role => TenantNames.Group("vision", role)));

    [Fact]
    public void Groups_of_the_cluster_are_nobodys()
    {
        var problems = new ConfigProblems();

        GroupRules.Check("access.groups", ["auditors", "system:masters", "eks:admins", ""], problems);

        Assert.Equal(
            [
                "access.groups[1]: 'system:masters' begins with system:, which belongs to the cluster; name a group of the cluster's identity provider",
                "access.groups[2]: 'eks:admins' begins with eks:, which belongs to the cluster; name a group of the cluster's identity provider",
                "access.groups[3]: is empty; name a group of the cluster's identity provider",
            ],
            problems.All.Select(problem => problem.ToString()));
    }

    private static string Verbs(TenantRole role, string group, string resource) =>
        string.Join(',', TenantRoles.Rules(role).Where(rule => rule.Group == group && rule.Resources.Contains(resource)).SelectMany(rule => rule.Verbs).Distinct().Order(StringComparer.Ordinal));
}
