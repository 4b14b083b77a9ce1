using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>The same small model on every backend: what is equal, and what differs on purpose.</summary>
public sealed class SameModelTests
{
    private static readonly string[] _others = ["kserve", "ray", "leaderWorkerSet"];

    public static TheoryData<string> Others => [.. _others];

    public static TheoryData<string, string> Same
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var backend in _others)
            {
                foreach (var path in new[]
                {
                    "metadata.labels", "metadata.annotations", "spec.containers[0].resources", "spec.containers[0].env", "spec.containers[0].volumeMounts",
                    "spec.containers[0].securityContext", "spec.containers[0].lifecycle", "spec.initContainers", "spec.nodeSelector", "spec.affinity", "spec.tolerations",
                    "spec.volumes", "spec.serviceAccountName", "spec.automountServiceAccountToken", "spec.enableServiceLinks", "spec.priorityClassName",
                    "spec.terminationGracePeriodSeconds",
                })
                {
                    // The image with Ray is for amd64 only, and a worker of Ray that is told to end drops its requests.
                    if ((backend, path) is not (("ray", "spec.affinity") or ("ray", "spec.containers[0].lifecycle")))
                    {
                        table.Add(backend, path);
                    }
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Same))]
    public async Task What_the_pods_of_a_model_are_is_the_same(string backend, string path)
    {
        var plain = (await PodAsync("plain")).SelectToken(path);

        Assert.NotNull(plain);
        JsonAssert.Same(plain.ToString(Newtonsoft.Json.Formatting.None), (await PodAsync(backend)).SelectToken(path));
    }

    [Theory]
    [InlineData("kserve", "spec.containers[0].name")]
    [InlineData("ray", "spec.affinity spec.containers[0].args spec.containers[0].command spec.containers[0].image spec.containers[0].lifecycle spec.containers[0].livenessProbe spec.containers[0].ports spec.containers[0].readinessProbe spec.containers[0].startupProbe spec.securityContext spec.topologySpreadConstraints")]
    [InlineData("leaderWorkerSet", "spec.topologySpreadConstraints")]
    public async Task Nothing_else_differs_than_what_has_to(string backend, string paths)
    {
        var (plain, other) = (await PodAsync("plain"), await PodAsync(backend));

        Assert.Equal(paths.Split(' '), Fields(plain).Union(Fields(other)).Where(path => !JToken.DeepEquals(plain.SelectToken(path), other.SelectToken(path))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("plain", "http://qwen.models.svc:8000/v1")]
    [InlineData("kserve", "http://qwen-predictor.models.svc/v1")]
    [InlineData("ray", "http://qwen.models.svc:8000/v1")]
    [InlineData("leaderWorkerSet", "http://qwen.models.svc:8000/v1")]
    public async Task It_is_called_by_a_url(string backend, string url)
    {
        string? found = null;
        await ServingSamples.Run(SmallModel.On(backend), service => service.Url.Apply(value => found = value));

        Assert.Equal(url, found);
    }

    [Theory]
    [InlineData("plain", "deployment service disruption-budget")]
    [InlineData("kserve", "runtime inference-service disruption-budget")]
    [InlineData("ray", "cluster-network-policy ray-service disruption-budget")]
    [InlineData("leaderWorkerSet", "leader-worker-set service disruption-budget")]
    public async Task Each_wraps_the_pod_in_objects_of_its_own(string backend, string roles)
    {
        var run = await SmallModel.Run(SmallModel.On(backend));

        Assert.Equal(
            ["service-account", "network-policy", .. roles.Split(' '), "monitor", "rules"],
            run.Registrations.Where(r => r.Parent == "vision").Select(r => r.Name["vision-".Length..]));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Monitors_watch_a_service_with_the_labels_of_the_model(string backend)
    {
        var run = await SmallModel.Run(SmallModel.On(backend));
        var endpoint = run["kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "vision-monitor"].Inputs.SelectToken("spec.endpoints[0].port");

        Assert.Equal(backend == "ray" ? "metrics" : "http", endpoint);
        Assert.Contains((string)endpoint!, (await PodAsync(backend)).SelectTokens("spec.containers[0].ports[*].name").Values<string>());
    }

    private static async Task<JObject> PodAsync(string backend) => ModelPods.Of(backend, await SmallModel.Run(SmallModel.On(backend)));

    // Fields of the pod, and of its first container each for itself.
    private static IEnumerable<string> Fields(JObject pod) =>
    [
        "metadata",
        .. ((JObject)pod["spec"]!).Properties().Select(property => $"spec.{property.Name}").Where(path => path != "spec.containers"),
        .. ((JObject)pod.SelectToken("spec.containers[0]")!).Properties().Select(property => $"spec.containers[0].{property.Name}"),
    ];
}
