using Infra.Components.Certificates;
using Infra.Components.Monitoring;
using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Components.VerticalScaling;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;
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
        ["kserve-llmisvc-resources"] = options => new KServeOperator("o", new KServeOperatorArgs { LanguageModels = true }, options),
        ["kuberay-operator"] = options => new KubeRayOperator("o", new KubeRayOperatorArgs { Scraping = _scraping }, options),
        ["vertical-pod-autoscaler"] = options => new VerticalRecommender("o", new VerticalRecommenderArgs { Scraping = _scraping }, options),
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
    public async Task The_controller_of_language_models_comes_after_KServe_and_their_base_after_it() => Assert.Equal(
        """
        gpu-inference:index:KServeOperator o
        kubernetes:core/v1:Namespace o-namespace parent=o provider=kubernetes
        kubernetes:helm.sh/v3:Release o-crds parent=o provider=kubernetes
        kubernetes:helm.sh/v3:Release o-release parent=o provider=kubernetes after=o-crds
        kubernetes:helm.sh/v3:Release o-llm-crds parent=o provider=kubernetes after=o-crds
        kubernetes:helm.sh/v3:Release o-llm-release parent=o provider=kubernetes after=o-release,o-llm-crds
        kubernetes:serving.kserve.io/v1alpha2:LLMInferenceServiceConfig o-llm-base parent=o provider=kubernetes after=o-llm-release
        """,
        (await Run("kserve-llmisvc-resources")).Resources());

    [SkippableFact]
    public async Task The_base_of_language_models_says_nothing_so_that_a_pod_is_what_its_model_says()
    {
        var config = (await Run("kserve-llmisvc-resources"))["kubernetes:serving.kserve.io/v1alpha2:LLMInferenceServiceConfig", "o-llm-base"].Inputs;

        Assert.Equal([], CustomResourceDefinitions.Problems(config));
        JsonAssert.Same("""{ "name": "kserve-config-llm-template", "namespace": "kserve" }""", config["metadata"]);
        JsonAssert.Same("{}", config["spec"]);
    }

    [Fact]
    public async Task The_charts_of_KServe_share_what_the_first_has()
    {
        var run = await Run("kserve-llmisvc-resources");
        var release = run[Release, "o-llm-release"].Inputs;

        Assert.Equal(
            ("oci://ghcr.io/kserve/charts/kserve-llmisvc-resources", "v0.20.0", "kserve"), ((string?)release["chart"], (string?)release["version"], (string?)release["namespace"]));
        Assert.Equal(
            ("oci://ghcr.io/kserve/charts/kserve-llmisvc-crd", "v0.20.0"), ((string?)run[Release, "o-llm-crds"].Inputs["chart"], (string?)run[Release, "o-llm-crds"].Inputs["version"]));
        Assert.Equal((false, false), ((bool)release.SelectToken("values.kserve.createSharedResources")!, (bool)release.SelectToken("values.kserve.llmisvc.createGIECRDs")!));
        JsonAssert.Same("""[{ "name": "PREVENT_WELL_KNOWN_CONFIG_DELETION", "value": "false" }]""", release.SelectToken("values.kserve.llmisvc.controller.env"));
    }

    [Fact]
    public async Task The_image_of_LeaderWorkerSet_does_not_float() => JsonAssert.Same(
        """{ "manager": { "repository": "registry.k8s.io/lws/lws", "tag": "v0.10.0", "pullPolicy": "IfNotPresent" } }""",
        (await ReleaseAsync("lws")).SelectToken("values.image"));

    [Theory]
    [InlineData("cert-manager", "cert-manager 20m 128Mi, cert-manager-webhook 20m 128Mi, cert-manager-cainjector 20m 128Mi")]
    [InlineData("kserve-resources", "kserve-controller-manager 200m 600Mi")]
    [InlineData("kserve-llmisvc-resources", "kserve-controller-manager 200m 600Mi, llmisvc-controller-manager 100m 300Mi")]
    [InlineData("kuberay-operator", "kuberay-operator 100m 512Mi")]
    [InlineData("vertical-pod-autoscaler", "vertical-pod-autoscaler-recommender 50m 500Mi")]
    [InlineData("lws", "lws-controller-manager 200m 512Mi")]
    public async Task Its_pods_are_declared(string chart, string pods)
    {
        var footprint = (await Run(chart)).Registrations.Single(r => r.Name == "o").Inputs["footprint"]!;

        Assert.Equal(pods, string.Join(", ", footprint.Select(pod => $"{pod["workload"]} {pod["cpu"]} {pod["memory"]}")));
        Assert.All(footprint, pod => Assert.Equal(1, pod["replicas"]));
    }

    // kubernetes/autoscaler, charts/vertical-pod-autoscaler, templates/recommender-deployment.yaml: the chart names the release like itself.
    [SkippableFact]
    public async Task The_recommender_is_scraped_by_a_monitor_of_ours_since_its_chart_has_none()
    {
        var monitor = (await Run("vertical-pod-autoscaler"))["kubernetes:monitoring.coreos.com/v1:PodMonitor", "o-monitor"].Inputs;

        Assert.Equal(("vpa-recommender", "vertical-pod-autoscaler"), ((string?)monitor.SelectToken("metadata.name"), (string?)monitor.SelectToken("metadata.namespace")));
        JsonAssert.Same(
            """
            {
              "selector": { "matchLabels": { "app.kubernetes.io/name": "vertical-pod-autoscaler", "app.kubernetes.io/instance": "vertical-pod-autoscaler", "app.kubernetes.io/component": "recommender" } },
              "podMetricsEndpoints": [ { "portNumber": 8942, "path": "/metrics", "interval": "30s" } ]
            }
            """,
            monitor["spec"]);
        Assert.Equal((string?)(await ReleaseAsync("vertical-pod-autoscaler"))["name"], (string?)monitor.SelectToken("spec.selector.matchLabels['app.kubernetes.io/instance']"));
        Assert.Equal([], CustomResourceDefinitions.Problems(monitor));
    }

    private static async Task<JObject> ReleaseAsync(string chart) => (await Run(chart))[Release, chart == "kserve-llmisvc-resources" ? "o-llm-release" : "o-release"].Inputs;

    private static Task<ComponentRun> Run(string chart) => ComponentHarness.RunAsync(() => _ = _operators[chart](Samples.In(Samples.KubernetesProvider())), Samples.Options);
}
