using Infra.Components.Chaos;
using Infra.Components.Tests.Helm;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Chaos;

public sealed class ChaosMeshTests
{
    private const string Servers = """[ { "key": "app.kubernetes.io/component", "operator": "In", "values": ["inference", "llminferenceservice-workload"] } ]""";

    [Fact]
    public async Task Experiments_come_after_who_runs_them() => Assert.Equal(
        """
        gpu-inference:index:ChaosMesh chaos
        kubernetes:core/v1:Namespace chaos-namespace parent=chaos provider=kubernetes
        kubernetes:helm.sh/v3:Release chaos-release parent=chaos provider=kubernetes
        kubernetes:chaos-mesh.org/v1alpha1:Schedule chaos-kill-classifier parent=chaos provider=kubernetes after=chaos-release
        """,
        (await Run(ChaosSamples.Mesh())).Resources());

    [Theory]
    [InlineData(null, "true", "*/10 * * * *")]
    [InlineData("0 10 * * 1", null, "0 10 * * 1")]
    public async Task An_experiment_is_paused_unless_it_is_said_when_it_runs(string? cron, string? paused, string schedule)
    {
        var experiment = (await Run(ChaosSamples.Mesh(ChaosSamples.KillPod(cron)))).Inputs("chaos-kill-classifier");

        Assert.Equal((paused, schedule), ((string?)experiment.SelectToken("metadata.annotations['experiment.chaos-mesh.org/pause']"), (string?)experiment.SelectToken("spec.schedule")));
    }

    [Theory]
    [InlineData("killPod", "PodChaos", "podChaos", """{ "action": "pod-kill", "mode": "one", "gracePeriod": 0, "selector": { "namespaces": ["inference"], "labelSelectors": { "app.kubernetes.io/instance": "classifier" }, "expressionSelectors": SERVERS } }""")]
    [InlineData("loseNodes", "PodChaos", "podChaos", """{ "action": "pod-kill", "mode": "all", "gracePeriod": 0, "selector": { "namespaces": ["inference"], "nodeSelectors": { "pool": "t4" }, "expressionSelectors": SERVERS } }""")]
    [InlineData("slowStorage", "IOChaos", "ioChaos", """{ "action": "latency", "mode": "all", "volumePath": "/models", "delay": "500ms", "duration": "120s", "selector": { "namespaces": ["inference"], "labelSelectors": { "app.kubernetes.io/instance": "classifier" }, "expressionSelectors": SERVERS } }""")]
    [InlineData("cutZone", "NetworkChaos", "networkChaos", """{ "action": "loss", "mode": "all", "loss": { "loss": "100" }, "duration": "120s", "selector": { "namespaces": ["inference"], "nodeSelectors": { "pool": "t4" }, "expressionSelectors": SERVERS } }""")]
    public async Task Each_kind_breaks_what_it_says_and_pods_of_models_only(string kind, string type, string field, string chaos)
    {
        var spec = (await Run(ChaosSamples.Mesh(Experiment(kind)))).Inputs("chaos-x")["spec"]!;

        Assert.Equal((type, "Forbid"), ((string?)spec["type"], (string?)spec["concurrencyPolicy"]));
        JsonAssert.Same(chaos.Replace("SERVERS", Servers, StringComparison.Ordinal), spec[field]);
        Assert.Equal([field], ((JObject)spec).Properties().Select(property => property.Name).Where(name => name.EndsWith("Chaos", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("killPod", "InferenceUnavailable")]
    [InlineData("loseNodes", "ModelPodsPending")]
    [InlineData("slowStorage", "InferenceSlow")]
    [InlineData("cutZone", "ModelPodNotReady")]
    public async Task Each_says_what_should_happen_and_who_should_tell(string kind, string alert)
    {
        var annotations = (await Run(ChaosSamples.Mesh(Experiment(kind)))).Inputs("chaos-x").SelectToken("metadata.annotations")!;

        Assert.Equal(alert, (string?)annotations["gpu-inference/alert"]);
        Assert.EndsWith(".", (string?)annotations["gpu-inference/expected"], StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("killPod")]
    [InlineData("loseNodes")]
    [InlineData("slowStorage")]
    [InlineData("cutZone")]
    public async Task Each_is_one_that_Chaos_Mesh_takes(string kind) => Assert.Empty(CustomResourceDefinitions.Problems((await Run(ChaosSamples.Mesh(Experiment(kind)))).Inputs("chaos-x")));

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows() => Assert.Empty(ChartValues.Unknown("chaos-mesh", (await Run(ChaosSamples.Mesh())).Inputs("chaos-release")["values"]!));

    [Fact]
    public async Task Nobody_can_start_others_and_only_who_agreed_is_broken()
    {
        var values = (await Run(ChaosSamples.Mesh())).Inputs("chaos-release")["values"]!;

        Assert.Equal((false, false, true), ((bool?)values.SelectToken("dashboard.create"), (bool?)values.SelectToken("dnsServer.create"), (bool?)values.SelectToken("controllerManager.enableFilterNamespace")));
        Assert.Equal(("containerd", "/run/containerd/containerd.sock"), ((string?)values.SelectToken("chaosDaemon.runtime"), (string?)values.SelectToken("chaosDaemon.socketPath")));
    }

    [Fact]
    public async Task All_problems_come_at_once() => Assert.Equal(
        """
        6 problems in gpu-inference:index:ChaosMesh:
          chaos.experiments[0].cron: 'x' is no cron expression; allowed: five fields for minute, hour, day of month, month and day of week, such as '0 3 * * *', or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually
          chaos.experiments[0].kind: 'killNode' is not allowed; allowed: killPod, loseNodes, slowStorage, cutZone
          chaos.experiments[1].model: missing; slowStorage needs it
          chaos.experiments[1].volumePath: missing; slowStorage needs it
          chaos.experiments[1].delayMilliseconds: missing; slowStorage needs it
          chaos.experiments[1].durationSeconds: missing; slowStorage needs it
        """,
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => Run(ChaosSamples.Mesh(
            new ExperimentArgs { Experiment = "a", Kind = "killNode", Cron = "x" }, new ExperimentArgs { Experiment = "b", Kind = "slowStorage" })))).Message);

    private static ExperimentArgs Experiment(string kind)
    {
        var ofModel = kind is "killPod" or "slowStorage";
        return new ExperimentArgs
        {
            Experiment = "x",
            Kind = kind,
            Model = ofModel ? "classifier" : null,
            Nodes = ofModel ? [] : new Dictionary<string, string> { ["pool"] = "t4" },
            VolumePath = "/models",
            DelayMilliseconds = 500,
            DurationSeconds = 120,
        };
    }

    private static Task<ComponentRun> Run(ChaosMeshArgs args) => JobSamples.Run(options => _ = new ChaosMesh("chaos", args, options));
}
