using Infra.Components.Tenants;
using Infra.Core.Tenants;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Tenants;

public sealed class TenantNamespaceTests
{
    private const string Policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

    [Fact]
    public async Task A_tenant_is_a_namespace_with_limits_policies_rights_and_a_queue() => Assert.Equal(
        """
        gpu-inference:index:TenantNamespace vision
          kubernetes:core/v1:Namespace vision-namespace
          kubernetes:core/v1:ResourceQuota vision-quota
          kubernetes:core/v1:LimitRange vision-limits
          kubernetes:networking.k8s.io/v1:NetworkPolicy vision-default-deny
          kubernetes:networking.k8s.io/v1:NetworkPolicy vision-own-work
          kubernetes:rbac.authorization.k8s.io/v1:Role vision-viewer
          kubernetes:rbac.authorization.k8s.io/v1:RoleBinding vision-viewers
          kubernetes:rbac.authorization.k8s.io/v1:Role vision-operator
          kubernetes:rbac.authorization.k8s.io/v1:RoleBinding vision-operators
          kubernetes:kueue.x-k8s.io/v1beta2:ClusterQueue vision-cluster-queue
          kubernetes:kueue.x-k8s.io/v1beta2:LocalQueue vision-local-queue

        """,
        Without((await RunAsync(TenantSamples.Vision())).Outline, "pulumi:providers"));

    [Fact]
    public async Task Nobody_s_rights_no_quota_and_no_queue_are_no_objects() => Assert.Equal(
        ["bare", "bare-namespace", "bare-limits", "bare-default-deny", "bare-own-work"],
        (await RunAsync(new TenantNamespaceArgs { Tenant = "bare", NamespaceName = "bare" }, "bare")).Registrations.Where(one => one.Name.StartsWith("bare", StringComparison.Ordinal)).Select(one => one.Name));

    [Fact]
    public async Task The_namespace_is_restricted_and_says_whose_it_is() => JsonAssert.Same(
        """
        {
          "name": "team-vision",
          "labels": {
            "app.kubernetes.io/part-of": "gpu-inference",
            "app.kubernetes.io/managed-by": "pulumi",
            "gpu-inference/tenant": "vision",
            "pod-security.kubernetes.io/enforce": "restricted",
            "pod-security.kubernetes.io/warn": "restricted",
            "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled"
          }
        }
        """,
        (await RunAsync(TenantSamples.Vision()))["kubernetes:core/v1:Namespace", "vision-namespace"].Inputs["metadata"]);

    [Fact]
    public async Task Quota_and_limits_are_what_was_asked_for()
    {
        var run = await RunAsync(TenantSamples.Vision());

        JsonAssert.Same(
            """{ "hard": { "requests.cpu": "16", "requests.nvidia.com/gpu": "4", "services.loadbalancers": "0" } }""", run["kubernetes:core/v1:ResourceQuota", "vision-quota"].Inputs["spec"]);
        // A default limit would refuse containers whose request is more, and that say no limit.
        JsonAssert.Same(
            """{ "limits": [{ "type": "Container", "defaultRequest": { "cpu": "100m", "memory": "256Mi" } }] }""", run["kubernetes:core/v1:LimitRange", "vision-limits"].Inputs["spec"]);
        Assert.All(["vision-quota", "vision-limits", "vision-default-deny", "vision-local-queue"], name =>
            Assert.Equal("team-vision", (string?)run.Registrations.Single(one => one.Name == name).Inputs.SelectToken("metadata.namespace")));
    }

    [Fact]
    public async Task Nothing_is_allowed_that_no_other_policy_allows() => JsonAssert.Same(
        """{ "podSelector": {}, "policyTypes": ["Ingress", "Egress"] }""", (await RunAsync(TenantSamples.Vision()))[Policy, "vision-default-deny"].Inputs["spec"]);

    // Policies add up: one for all pods would open what the components of the stack closed.
    [Fact]
    public async Task What_is_allowed_to_the_team_s_own_pods_isn_t_to_those_of_the_stack() => JsonAssert.Same(
        """
        {
          "podSelector": { "matchExpressions": [{ "key": "app.kubernetes.io/part-of", "operator": "NotIn", "values": ["gpu-inference"] }] },
          "policyTypes": ["Ingress", "Egress"],
          "ingress": [{ "from": [{ "podSelector": {} }] }],
          "egress": [
            { "ports": [{ "protocol": "UDP", "port": 53 }, { "protocol": "TCP", "port": 53 }] },
            {
              "to": [
                { "ipBlock": { "cidr": "0.0.0.0/0", "except": ["169.254.0.0/16"] } },
                { "ipBlock": { "cidr": "::/0", "except": ["fe80::/10", "fd00:ec2::/32"] } }
              ],
              "ports": [{ "protocol": "TCP", "port": 443 }]
            },
            {
              "to": [{ "ipBlock": { "cidr": "169.254.170.23/32" } }, { "ipBlock": { "cidr": "fd00:ec2::23/128" } }],
              "ports": [{ "protocol": "TCP", "port": 80 }]
            },
            { "to": [{ "podSelector": {} }, { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "inference" } } }] }
          ]
        }
        """,
        (await RunAsync(TenantSamples.Vision()))[Policy, "vision-own-work"].Inputs["spec"]);

    [Fact]
    public async Task Groups_have_the_rights_of_their_role()
    {
        var run = await RunAsync(TenantSamples.Vision());
        var rules = (JArray)run["kubernetes:rbac.authorization.k8s.io/v1:Role", "vision-operator"].Inputs["rules"]!;

        Assert.Equal(
            TenantRoles.Rules(TenantRole.Operator).Select(rule => $"{rule.Group} {string.Join(',', rule.Resources)} {string.Join(',', rule.Verbs)}"),
            rules.Select(rule => $"{rule["apiGroups"]!.Single()} {string.Join(',', rule["resources"]!)} {string.Join(',', rule["verbs"]!)}"));
        var binding = run["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "vision-viewers"].Inputs;
        JsonAssert.Same("""{ "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "viewer" }""", binding["roleRef"]);
        JsonAssert.Same(
            """
            [
              { "apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": "gpu-inference:vision:viewers" },
              { "apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": "auditors" }
            ]
            """,
            binding["subjects"]);
    }

    // A resource is in one group: pools of the same device stand together, in the order in which jobs are put on them.
    [SkippableFact]
    public async Task The_queue_shares_out_devices_by_pool()
    {
        var run = await RunAsync(TenantSamples.Vision());
        var shared = run["kubernetes:kueue.x-k8s.io/v1beta2:ClusterQueue", "vision-cluster-queue"].Inputs;
        var queue = run["kubernetes:kueue.x-k8s.io/v1beta2:LocalQueue", "vision-local-queue"].Inputs;

        JsonAssert.Same(
            """
            {
              "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "team-vision" } },
              "resourceGroups": [
                {
                  "coveredResources": ["nvidia.com/gpu"],
                  "flavors": [
                    { "name": "t4", "resources": [{ "name": "nvidia.com/gpu", "nominalQuota": "2" }] },
                    { "name": "a100", "resources": [{ "name": "nvidia.com/gpu", "nominalQuota": "1" }] }
                  ]
                },
                {
                  "coveredResources": ["nvidia.com/mig-1g.5gb"],
                  "flavors": [{ "name": "pieces", "resources": [{ "name": "nvidia.com/mig-1g.5gb", "nominalQuota": "7" }] }]
                }
              ]
            }
            """,
            shared["spec"]);
        Assert.Equal(("vision", "default", "vision"), ((string?)shared["metadata"]!["name"], (string?)queue["metadata"]!["name"], (string?)queue["spec"]!["clusterQueue"]));
        Assert.Equal([], CustomResourceDefinitions.Problems(shared).Concat(CustomResourceDefinitions.Problems(queue)));
    }

    [Fact]
    public async Task Wrong_arguments_are_told_all_at_once() => Assert.Equal(
        """
        6 problems in gpu-inference:index:TenantNamespace:
          vision.tenant: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv' has 41 characters; allowed are 1 to 40
          vision.namespaceName: 'Team' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends
          vision.developers[0]: 'system:masters' begins with system:, which belongs to the cluster; name a group of the cluster's identity provider
          vision.queue.shares[0].devices: 0 is less than 1; leave the pool out, or give it a device
          vision.queue.shares[1].devices: 0 is less than 1; leave the pool out, or give it a device
          vision.queue.shares[1].flavor: 't4' is there already; name a pool once
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => RunAsync(new TenantNamespaceArgs
        {
            Tenant = new string('v', 41),
            NamespaceName = "Team",
            Developers = ["system:masters"],
            Queue = new TenantQueueArgs { Shares = [.. Enumerable.Repeat(new FlavorShareArgs { Flavor = "t4", Resource = "nvidia.com/gpu", Devices = 0 }, 2)] },
        }))).Message);

    private static string Without(string outline, string type) => string.Concat(outline.Split('\n').Where(line => !line.StartsWith(type, StringComparison.Ordinal)).Select((line, i) => i == 0 ? line : $"\n{line}"));

    private static Task<ComponentRun> RunAsync(TenantNamespaceArgs args, string name = "vision") => ComponentHarness.RunAsync(
        () => _ = new TenantNamespace(name, args, new ComponentResourceOptions { Providers = { Samples.KubernetesProvider() } }), Samples.Options);
}
