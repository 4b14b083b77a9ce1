using Infra.Components.Serving;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingAutoscalerTests
{
    private const string Cpu = """{ "type": "Resource", "resource": { "name": "cpu", "target": { "type": "Utilization", "averageUtilization": 70 } } }""";
    private const string Memory = """{ "type": "Resource", "resource": { "name": "memory", "target": { "type": "Utilization", "averageUtilization": 80 } } }""";

    [Fact]
    public async Task One_autoscaler_owns_the_replicas_with_all_its_metrics() => JsonAssert.Same(
        $$"""
        {
          "apiVersion": "autoscaling/v2",
          "kind": "HorizontalPodAutoscaler",
          "metadata": {{ServingSamples.Metadata}},
          "spec": {
            "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "classifier" },
            "minReplicas": 1,
            "maxReplicas": 4,
            "metrics": [ {{Cpu}}, {{Memory}} ],
            "behavior": { "scaleUp": { "stabilizationWindowSeconds": 129 }, "scaleDown": { "stabilizationWindowSeconds": 300 } }
          }
        }
        """,
        await AutoscalerAsync(70, 80));

    [Theory]
    [InlineData(70, null, Cpu)]
    [InlineData(null, 80, Memory)]
    public async Task Only_targets_that_are_set_become_metrics(int? cpu, int? memory, string metric) =>
        JsonAssert.Same($"[ {metric} ]", (await AutoscalerAsync(cpu, memory)).SelectToken("spec.metrics"));

    [Fact]
    public async Task It_scales_the_deployment_of_the_model()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu());
        var target = run["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "vision-autoscaler"].Inputs.SelectToken("spec.scaleTargetRef")!;
        var deployment = ServingSamples.Deployment(run);

        Assert.Equal((string?)deployment["apiVersion"], (string?)target["apiVersion"]);
        Assert.Equal((string?)deployment["kind"], (string?)target["kind"]);
        Assert.Equal((string?)deployment.SelectToken("metadata.name"), (string?)target["name"]);
    }

    [Theory]
    // Twice 60 s for the engine, and twice the model at 50 MB/s: 4.19 s, then 429.50 s.
    [InlineData("200Mi", 129)]
    [InlineData("20Gi", 979)]
    // 2,147 s twice would be more than the API allows.
    [InlineData("100Gi", 3600)]
    public async Task Scaling_up_waits_as_long_as_a_start_on_a_warm_node(string modelSize, int seconds) => Assert.Equal(
        seconds,
        (int?)(await AutoscalerAsync(70, null, modelSize)).SelectToken("spec.behavior.scaleUp.stabilizationWindowSeconds"));

    private static async Task<JObject> AutoscalerAsync(int? cpu, int? memory, string modelSize = "200Mi")
    {
        var autoscaling = new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, CpuPercent = cpu, MemoryPercent = memory };
        var run = await ServingSamples.Run(ServingSamples.OnGpu(autoscaling: autoscaling, modelSize: modelSize));
        return run["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "vision-autoscaler"].Inputs;
    }
}
