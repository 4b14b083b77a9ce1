using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Order;

/// <summary>What is made before what, and so deleted after it, in every environment there is.</summary>
public sealed class OrderRuleTests
{
    public static TheoryData<string> Rules => [.. OrderRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Making_and_teardown_keep_the_order(string name)
    {
        var rule = OrderRules.All.Single(rule => rule.Name == name);
        var pairs = (await OrderedPlans.AllAsync()).SelectMany(plan => rule.Pairs(plan).Select(pair => (Plan: plan, pair.Later, pair.Earlier))).ToList();

        var broken = pairs
            .Where(pair => !pair.Plan.ComesAfter(pair.Later, pair.Earlier))
            .Select(pair => $"{pair.Plan.Name}: {Name(pair.Later)} doesn't wait for {Name(pair.Earlier)}: {rule.Reason}").ToList();

        Assert.NotEmpty(pairs);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    // Of these prod has everything but Karpenter, a queue, a gateway, a cache of predictions and a mesh, so it is the environment that has to show them.
    [Fact]
    public async Task Production_has_a_pair_of_every_rule_but_those_of_Karpenter_queues_gateways_caches_and_meshes()
    {
        var prod = (await OrderedPlans.AllAsync()).Single(plan => plan.Name == "prod");

        Assert.Equal(
            [
                "node class and overlays, then Karpenter's pool", "Karpenter's identity, queue and events, then its pools", "KEDA's right to read a queue, then what it starts for it",
                "definition, then who watches its kind", "who completes the routes to InferencePools, then gateways", "gateway, then its routes",
                "user, group of users and security group of a store, then the store", "store of predictions with its password, then the caches", "model, then the cache of its answers", "cache of predictions, then the way to it", "Service, then what Istio does with its calls",
            ],
            OrderRules.All.Where(rule => !rule.Pairs(prod).Any()).Select(rule => rule.Name));
    }

    [Fact]
    public async Task Every_backend_has_a_kind_that_waits_for_its_operator()
    {
        var rule = OrderRules.All.Single(rule => rule.Name == "CRD chart and controller, then custom resources");
        var plan = (await OrderedPlans.AllAsync()).Single(plan => plan.Name == "dev with every backend");

        Assert.Equal(
            [
                "InferenceService after cert-manager", "InferenceService after kserve-crd", "InferenceService after kserve-resources", "LeaderWorkerSet after lws",
                "RayService after kuberay-operator", "ServingRuntime after cert-manager", "ServingRuntime after kserve-crd", "ServingRuntime after kserve-resources",
            ],
            rule.Pairs(plan).Where(pair => OrderRules.Group(pair.Later) != "monitoring.coreos.com").Select(pair => $"{pair.Later["type"]!.ToString().Split(':')[^1]} after {pair.Earlier.SelectToken("inputs.name")}").Order(StringComparer.Ordinal));
    }

    // Who adds a kind says here what has to be there before it: a claim or a load balancer that nobody thought of stays behind as a bill.
    [Fact]
    public async Task There_is_no_kind_of_object_that_no_rule_was_written_for()
    {
        string[] known =
        [
            "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy", "kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding", "kubernetes:apps/v1:DaemonSet", "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
            "kubernetes:batch/v1:CronJob", "kubernetes:batch/v1:Job", "kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:Namespace", "kubernetes:core/v1:Secret",
            "kubernetes:core/v1:LimitRange", "kubernetes:core/v1:ResourceQuota", "kubernetes:core/v1:PersistentVolume", "kubernetes:core/v1:PersistentVolumeClaim", "kubernetes:storage.k8s.io/v1:StorageClass",
            "kubernetes:core/v1:Service", "kubernetes:core/v1:ServiceAccount", "kubernetes:helm.sh/v3:Release", "kubernetes:networking.k8s.io/v1:NetworkPolicy",
            "kubernetes:networking.k8s.io/v1:Ingress", "kubernetes:networking.k8s.io/v1:IngressClass",
            "kubernetes:policy/v1:PodDisruptionBudget", "kubernetes:rbac.authorization.k8s.io/v1:Role", "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
            "kubernetes:scheduling.k8s.io/v1:PriorityClass",
        ];
        var objects = (await OrderedPlans.AllAsync()).SelectMany(OrderRules.InKubernetes).ToList();

        Assert.Empty(objects
            .Where(resource => !known.Contains((string)resource["type"]!) && !Definitions.ChartsOf.ContainsKey(OrderRules.Group(resource)))
            .Select(resource => (string)resource["type"]!).Distinct());
        Assert.All(
            objects.Where(resource => (string)resource["type"]! == "kubernetes:core/v1:Service"),
            service => Assert.Contains((string?)service.SelectToken("inputs.spec.type"), (string?[])[null, "ClusterIP"]));
    }

    // An object that goes with its cluster unasked runs no finalizer, and what it owns in AWS runs on.
    [Fact]
    public async Task Every_object_is_deleted_for_itself() => Assert.Empty(
        (await OrderedPlans.AllAsync()).SelectMany(plan => OrderRules.InKubernetes(plan)
            .Where(resource => resource.SelectToken("options.deletedWith") is not null || (bool?)resource.SelectToken("options.retainOnDelete") == true)
            .Select(resource => $"{plan.Name}: {Name(resource)}")));

    [Fact]
    public async Task What_owns_instances_is_gone_only_when_they_are_and_has_the_time_for_it()
    {
        var pools = (await OrderedPlans.AllAsync()).SelectMany(plan => plan.Of(Workloads.KarpenterPool)).ToList();

        Assert.NotEmpty(pools);
        Assert.All(pools, pool => Assert.Equal(
            ("foreground", "2700"),
            ((string?)pool.SelectToken("inputs.metadata.annotations['pulumi.com/deletionPropagationPolicy']"), (string?)pool.SelectToken("options.customTimeouts.delete"))));
    }

    private static string Name(JObject resource) => $"{resource["type"]!.ToString().Split(':')[^1]} {OrderedPlan.Urn(resource).Split("::")[^1]}";
}
