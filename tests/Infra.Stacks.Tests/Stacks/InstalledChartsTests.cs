using Infra.Stacks.Configuration;
using Infra.Stacks.Tests.Settings;
using Pulumi.Testing;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Each chart is switched by a key of the configuration, and nothing is installed that no key asks for.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class InstalledChartsTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    private const string NoAutoscaler = """{"kind": "none"}""";

    private const string Model = """[{"name": "m", "runtime": "vllm", "source": "s3://models/m", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, EXTRA}]""";

    // Who adds a chart says here by which key it comes.
    private static readonly Dictionary<string, (string Key, Func<PlatformSettings, bool> Asks)> _charts = new()
    {
        ["ai-gateway-crds-helm"] = ("models[].expose.inferencePool", settings => settings.Models.Any(model => model.Expose?.InferencePool is not null)),
        ["ai-gateway-helm"] = ("models[].expose.inferencePool", settings => settings.Models.Any(model => model.Expose?.InferencePool is not null)),
        ["aws-efa-k8s-device-plugin"] = ("pools[].efa", settings => settings.Pools.Any(pool => pool.Efa)),
        ["aws-load-balancer-controller"] = ("models[].expose", settings => settings.Models.Any(model => model.Expose is { Via: ExposedBy.Alb or ExposedBy.Gateway })),
        ["cert-manager"] = ("models[].backend, models[].expose", settings => UsesKServe(settings) || settings.Models.Any(model => model.Expose is not null)),
        ["chaos-mesh"] = ("chaos", settings => settings.Chaos is not null),
        ["cluster-autoscaler"] = ("nodeAutoscaling.kind", settings => settings.NodeAutoscaling.Kind == NodeAutoscalerKind.ClusterAutoscaler),
        ["dcgm-exporter"] = ("accelerators.dcgmExporter", settings => settings.Accelerators.DcgmExporter),
        ["external-dns"] = ("traffic.hostedZone", settings => settings.Traffic.HostedZone is not null),
        ["external-secrets"] = ("security.externalSecrets", settings => settings.Security.ExternalSecrets is not null),
        ["fluent-bit"] = ("monitoring.logs", settings => settings.Monitoring.Logs is not null),
        ["gateway-helm"] = ("models[].expose.via", settings => settings.Models.Any(model => model.Expose is { Via: ExposedBy.Gateway })),
        ["gpu-operator"] = ("accelerators.nvidia", settings => settings.Accelerators.Nvidia == NvidiaSoftware.GpuOperator),
        ["karpenter"] = ("nodeAutoscaling.kind", settings => settings.NodeAutoscaling.Kind == NodeAutoscalerKind.Karpenter),
        ["karpenter-crd"] = ("nodeAutoscaling.kind", settings => settings.NodeAutoscaling.Kind == NodeAutoscalerKind.Karpenter),
        ["keda"] = ("models[].autoscaling, jobs[].queue", settings => settings.Models.Any(model => model.Autoscaling is not null) || settings.Jobs.Any(job => job.Queue is not null)),
        ["kserve-crd"] = ("models[].backend", UsesKServe),
        ["kserve-llmisvc-crd"] = ("models[].backend", UsesKServe),
        ["kserve-llmisvc-resources"] = ("models[].backend", UsesKServe),
        ["kserve-resources"] = ("models[].backend", UsesKServe),
        ["kube-prometheus-stack"] = ("monitoring.stack", settings => settings.Monitoring.Stack is not null),
        ["kuberay-operator"] = ("models[].backend, rayClusters, trainings[].ray", settings => settings.Models.Any(model => model.Backend == Core.Serving.Backends.ServingBackend.Ray)
            || !settings.RayClusters.IsEmpty || settings.Trainings.Any(training => training.Ray is not null)),
        ["kueue"] = ("tenants[].queue", settings => settings.Tenants.Any(tenant => tenant.Queue is not null)),
        ["loki"] = ("monitoring.logs.loki", settings => settings.Monitoring.Logs?.Loki is not null),
        ["lws"] = ("models[].backend", settings => settings.Models.Any(model => model.Backend is Core.Serving.Backends.ServingBackend.LeaderWorkerSet or Core.Serving.Backends.ServingBackend.LlmInferenceService)),
        ["nvidia-device-plugin"] = ("pools", settings => !settings.Pools.IsEmpty),
        ["opentelemetry-collector"] = ("monitoring.traces", settings => settings.Monitoring.Traces is not null),
        ["velero"] = ("backup.cluster", settings => settings.Backup?.Cluster is not null),
        ["vertical-pod-autoscaler"] = ("models[].verticalRecommendations", settings => settings.Models.Any(model => model.VerticalRecommendations)),
    };

    public static TheoryData<string> Environments => [.. ShippedConfig.Files];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task A_key_of_the_environment_asks_for_every_chart(string file)
    {
        var config = ShippedConfig.OfFile(file);
        var settings = PlatformSettings.Read(new JsonConfig(config), new())!;

        Assert.All(Charts(await MockedStack.OfAsync("x", config)), chart =>
            Assert.True(_charts.TryGetValue(chart, out var row) && (row.Asks(settings) || IsOffered(settings, chart)), $"{chart} is installed, but {(row.Key is null ? "no key is known for it" : $"{row.Key} doesn't ask for it")}"));
    }

    // For the models of other stacks (platform.offers).
    private static bool IsOffered(PlatformSettings settings, string chart) => settings.Platform?.Offers.Any(offer => chart switch
    {
        "keda" => offer == SharedPart.Keda,
        "cert-manager" or "kserve-crd" or "kserve-resources" => offer == SharedPart.KServe,
        _ => false,
    }) == true;

    [Fact]
    public async Task Each_chart_of_the_table_is_in_an_environment()
    {
        var installed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in ShippedConfig.Files)
        {
            installed.UnionWith(Charts(await MockedStack.OfAsync("x", ShippedConfig.OfFile(file))));
        }

        Assert.Equal(_charts.Keys.Order(StringComparer.Ordinal), installed);
    }

    [Fact]
    public async Task Who_asks_for_nothing_gets_nothing()
    {
        Assert.Empty(Charts(await MockedStack.OfAsync("x", SampleConfig.Local().With("models", "[]").ForEngine())));
        Assert.Empty(Charts(await MockedStack.OfAsync("x", SampleConfig.NewEks().With("models", "[]").With("pools", "[]").With("nodeAutoscaling", NoAutoscaler).ForEngine())));
    }

    [Theory]
    [InlineData("monitoring", """{"stack": {}}""", "kube-prometheus-stack")]
    [InlineData("monitoring", """{"prometheusOperator": {}}""", "")]
    [InlineData("monitoring", """{"logs": {"loki": {}}}""", "fluent-bit, loki")]
    [InlineData("monitoring", """{"traces": {"endpoint": "https://otlp.example.com"}}""", "opentelemetry-collector")]
    [InlineData("nodeAutoscaling", """{"kind": "clusterAutoscaler", "replicas": 1}""", "cluster-autoscaler")]
    [InlineData("nodeAutoscaling", """{"kind": "karpenter", "replicas": 1}""", "karpenter, karpenter-crd")]
    [InlineData("accelerators", """{"dcgmExporter": true}""", "dcgm-exporter")]
    [InlineData("accelerators", """{"nvidia": "gpuOperator"}""", "gpu-operator")]
    [InlineData("jobs", """[{"name": "captions", "pod": {"image": "a/b:1", "pools": ["t4"]}, "queue": {"maxJobs": 2}}]""", "keda")]
    [InlineData("models", "\"backend\": \"kserve\"", "cert-manager, kserve-crd, kserve-resources")]
    [InlineData("models", "\"backend\": \"leaderWorkerSet\"", "lws")]
    [InlineData("models", "\"backend\": \"ray\", \"rollout\": {\"strategy\": \"onDelete\"}", "kuberay-operator")]
    [InlineData("models", "\"verticalRecommendations\": true", "vertical-pod-autoscaler")]
    public async Task A_key_brings_its_chart_and_no_other(string key, string json, string charts)
    {
        var value = key == "models" ? Model.Replace("EXTRA", json, StringComparison.Ordinal) : json;
        var without = SampleConfig.NewEks().With("models", "[]").With("pools[0].amiReleaseVersion", "\"1.35.0-20261101\"").With("nodeAutoscaling", NoAutoscaler)
            .With("pools[0].capacity", key == "models" ? """{"min": 1, "max": 1}""" : """{"max": 1}""");
        var before = Charts(await MockedStack.OfAsync("x", without.ForEngine()));

        var after = Charts(await MockedStack.OfAsync("x", without.With(key, value).ForEngine()));

        Assert.Equal(charts, string.Join(", ", after.Except(before)));
    }

    private static bool UsesKServe(PlatformSettings settings) =>
        settings.Models.Any(model => model.Backend is Core.Serving.Backends.ServingBackend.KServe or Core.Serving.Backends.ServingBackend.LlmInferenceService);

    private static string[] Charts(MockedStack stack) =>
        [.. stack.Resources.Where(resource => resource.Type == Release).Select(Name).Order(StringComparer.Ordinal)];

    private static string Name(MockResourceArgs release) => (string)Tree.Of(release.Inputs["name"])!;
}
