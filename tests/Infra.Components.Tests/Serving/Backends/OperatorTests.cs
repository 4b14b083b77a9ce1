using Infra.Components.Certificates;
using Infra.Components.Monitoring;
using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Components.VerticalScaling;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>The operators of the backends: pinned charts with values that the charts know.</summary>
public sealed class OperatorTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    private static readonly ScrapingArgs _scraping = new() { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } };

    private static readonly Dictionary<string, Func<ComponentResourceOptions, ComponentResource>> _operators = new()
    {
        ["cert-manager"] = options => new CertManager("o", new CertManagerArgs { Scraping = _scraping }, options),
        ["kserve-resources"] = options => new KServeOperator("o", new KServeOperatorArgs(), options),
        ["kuberay-operator"] = options => new KubeRayOperator("o", new KubeRayOperatorArgs { Scraping = _scraping }, options),
        ["vertical-pod-autoscaler"] = options => new VerticalRecommender("o", new VerticalRecommenderArgs(), options),
        ["lws"] = options => new LeaderWorkerSetOperator("o", new LeaderWorkerSetOperatorArgs(), options),
    };

    public static TheoryData<string> Charts => [.. _operators.Keys];

    [SkippableTheory]
    [MemberData(nameof(Charts))]
    public async Task The_chart_knows_every_value(string chart) =>
        Assert.Equal([], HelmValues.Problems(chart, (JObject)(await ReleaseAsync(chart))["values"]!));

    [Theory]
    [InlineData("cert-manager", "cert-manager", "v1.21.1", "cert-manager")]
    [InlineData("kserve-resources", "oci://ghcr.io/kserve/charts/kserve-resources", "v0.20.0", "kserve")]
    [InlineData("kuberay-operator", "kuberay-operator", "1.7.0", "kuberay-system")]
    [InlineData("vertical-pod-autoscaler", "vertical-pod-autoscaler", "0.11.0", "vertical-pod-autoscaler")]
    [InlineData("lws", "oci://registry.k8s.io/lws/charts/lws", "0.10.0", "lws-system")]
    public async Task Its_version_is_pinned_and_its_namespace_restricted(string chart, string address, string version, string space)
    {
        var run = await Run(chart);
        var release = run[Release, "o-release"].Inputs;

        Assert.Equal((address, version, space), ((string?)release["chart"], (string?)release["version"], (string?)release["namespace"]));
        Assert.Equal("restricted", run["kubernetes:core/v1:Namespace", "o-namespace"].Inputs.SelectToken("metadata.labels['pod-security.kubernetes.io/enforce']"));
    }

    [Fact]
    public async Task KServe_s_definitions_come_before_its_controller_and_go_after_it() => Assert.Equal(
        """
        gpu-inference:index:KServeOperator o
        kubernetes:core/v1:Namespace o-namespace parent=o provider=kubernetes
        kubernetes:helm.sh/v3:Release o-crds parent=o provider=kubernetes
        kubernetes:helm.sh/v3:Release o-release parent=o provider=kubernetes after=o-crds
        """,
        (await Run("kserve-resources")).Resources());

    [Fact]
    public async Task KServe_makes_Deployments_and_neither_Ingresses_nor_limits_of_CPU()
    {
        var values = (await ReleaseAsync("kserve-resources")).SelectToken("values.kserve")!;

        Assert.Equal(("Standard", true), ((string?)values.SelectToken("controller.deploymentMode"), (bool)values.SelectToken("controller.gateway.disableIngressCreation")!));
        Assert.Equal("", values.SelectToken("inferenceservice.resources.limits.cpu"));
    }

    [Fact]
    public async Task The_image_of_LeaderWorkerSet_does_not_float() => JsonAssert.Same(
        """{ "manager": { "repository": "registry.k8s.io/lws/lws", "tag": "v0.10.0", "pullPolicy": "IfNotPresent" } }""",
        (await ReleaseAsync("lws")).SelectToken("values.image"));

    [Theory]
    [InlineData("cert-manager", "cert-manager 20m 128Mi, cert-manager-webhook 20m 128Mi, cert-manager-cainjector 20m 128Mi")]
    [InlineData("kserve-resources", "kserve-controller-manager 200m 600Mi")]
    [InlineData("kuberay-operator", "kuberay-operator 100m 512Mi")]
    [InlineData("vertical-pod-autoscaler", "vertical-pod-autoscaler-recommender 50m 500Mi")]
    [InlineData("lws", "lws-controller-manager 200m 512Mi")]
    public async Task Its_pods_are_declared(string chart, string pods)
    {
        var footprint = (await Run(chart)).Registrations.Single(r => r.Name == "o").Inputs["footprint"]!;

        Assert.Equal(pods, string.Join(", ", footprint.Select(pod => $"{pod["workload"]} {pod["cpu"]} {pod["memory"]}")));
        Assert.All(footprint, pod => Assert.Equal(1, pod["replicas"]));
    }

    private static async Task<JObject> ReleaseAsync(string chart) => (await Run(chart))[Release, "o-release"].Inputs;

    private static Task<ComponentRun> Run(string chart) => ComponentHarness.RunAsync(() => _ = _operators[chart](Samples.In(Samples.KubernetesProvider())), Samples.Options);
}
