using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.Components.Tests.Serving.Scaling;
using Infra.Core.Serving.Autoscaling;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingPodAlertsTests
{
    private const string Rules = "kubernetes:monitoring.coreos.com/v1:PrometheusRule";

    private static readonly MonitoringArgs _monitoring = new() { PrometheusNamespace = "monitoring" };

    [Fact]
    public async Task A_model_on_GPUs_is_watched_from_its_node_to_its_autoscaler() => Assert.Equal(
        [
            "ModelPodsPending", "ModelPodCrashLooping", "ModelPodOutOfMemory", "ModelImagePullFailing", "ModelDownloadFailing", "ModelPodNotReady", "ModelUnwatched",
            "ModelAutoscalerAtMaximum", "ModelAutoscalerFailing", "ModelGpuIdle",
        ],
        Names(await RulesAsync(ServingSamples.OnGpu(monitoring: _monitoring))));

    [Fact]
    public async Task What_nobody_tells_of_GPUs_nobody_is_told() =>
        Assert.DoesNotContain("ModelGpuIdle", Names(await RulesAsync(ServingSamples.OnGpu(monitoring: new MonitoringArgs { PrometheusNamespace = "monitoring", HasGpuMetrics = false }))));

    [Fact]
    public async Task KEDA_names_the_autoscaler_and_is_watched_itself()
    {
        var run = await ScaledSamples.Run("plain", ScaledSamples.By(ScalingMetric.QueueDepth));
        var rules = run.Registrations.Single(one => one.Type == Rules).Inputs.SelectTokens("spec.groups[*].rules[*]").ToList();

        Assert.Contains("KedaScalerFailing", Names(rules));
        Assert.Equal(
            "max(kube_horizontalpodautoscaler_status_desired_replicas{namespace=\"models\",horizontalpodautoscaler=\"keda-hpa-qwen\"}) == max(kube_horizontalpodautoscaler_spec_max_replicas{namespace=\"models\",horizontalpodautoscaler=\"keda-hpa-qwen\"})",
            (string?)rules.Single(rule => (string?)rule["alert"] == "ModelAutoscalerAtMaximum")["expr"]);
    }

    [Fact]
    public async Task An_autoscaler_that_has_no_choice_is_always_at_its_maximum() =>
        Assert.DoesNotContain("ModelAutoscalerAtMaximum", Names(await RulesAsync(ServingSamples.OnGpu(monitoring: _monitoring, autoscaling: new AutoscalingArgs { MinReplicas = 2, MaxReplicas = 2, CpuPercent = 70 }))));

    [Fact]
    public async Task A_model_waits_as_long_as_its_own_start_takes()
    {
        var rules = await RulesAsync(ServingSamples.OnGpu(monitoring: _monitoring));
        var slower = await RulesAsync(ServingSamples.OnGpu(monitoring: _monitoring, modelSize: "200Gi"));

        Assert.Equal("10m", For(rules, "ModelPodsPending"));
        Assert.Equal("10m", For(slower, "ModelPodsPending"));
        Assert.NotEqual(For(rules, "ModelPodNotReady"), For(slower, "ModelPodNotReady"));
    }

    private static string? For(IEnumerable<JToken> rules, string alert) => (string?)rules.Single(rule => (string?)rule["alert"] == alert)["for"];

    private static IEnumerable<string> Names(IEnumerable<JToken> rules) => rules.Select(rule => (string?)rule["alert"]).OfType<string>();

    private static async Task<IReadOnlyList<JToken>> RulesAsync(InferenceServiceArgs args) =>
    [
        .. (await ServingSamples.Run(args))[Rules, "vision-rules"].Inputs
            .SelectTokens("spec.groups[*]").Where(group => (string?)group["name"] is "classifier.pods" or "classifier.scaling" or "classifier.gpus" or "classifier.cache").SelectMany(group => group["rules"]!),
    ];
}
