using Infra.Components.Serving;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Scaling;

public sealed class ModelHpaTests
{
    private const string Cpu = """{ "type": "Resource", "resource": { "name": "cpu", "target": { "type": "Utilization", "averageUtilization": 70 } } }""";
    private const string Memory = """{ "type": "Resource", "resource": { "name": "memory", "target": { "type": "Utilization", "averageUtilization": 80 } } }""";

    // The last of it: a ScaledObject of KEDA may be made while the HPA is still there, whose place it takes.
    private static string Metadata
    {
        get
        {
            var metadata = JObject.Parse(ServingSamples.Metadata);
            metadata["annotations"] = new JObject { ["validations.keda.sh/hpa-ownership"] = "false" };
            return metadata.ToString();
        }
    }

    [Fact]
    public async Task One_autoscaler_owns_the_replicas_with_all_its_metrics_and_the_windows_of_the_cold_start() => JsonAssert.Same(
        $$"""
        {
          "apiVersion": "autoscaling/v2",
          "kind": "HorizontalPodAutoscaler",
          "metadata": {{Metadata}},
          "spec": {
            "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "classifier" },
            "minReplicas": 1,
            "maxReplicas": 4,
            "metrics": [ {{Cpu}}, {{Memory}} ],
            "behavior": {
              "scaleUp": {
                "stabilizationWindowSeconds": 65, "selectPolicy": "Max",
                "policies": [ { "type": "Percent", "value": 100, "periodSeconds": 516 }, { "type": "Pods", "value": 1, "periodSeconds": 516 } ]
              },
              "scaleDown": {
                "stabilizationWindowSeconds": 1031, "selectPolicy": "Max",
                "policies": [ { "type": "Percent", "value": 50, "periodSeconds": 516 }, { "type": "Pods", "value": 1, "periodSeconds": 516 } ]
              }
            }
          }
        }
        """,
        await AutoscalerAsync(70, 80));

    [Theory]
    [InlineData(70, null, Cpu)]
    [InlineData(null, 80, Memory)]
    public async Task Only_targets_that_are_set_become_metrics(int? cpu, int? memory, string metric) =>
        JsonAssert.Same($"[ {metric} ]", (await AutoscalerAsync(cpu, memory)).SelectToken("spec.metrics"));

    [Theory]
    // A clock that counts finer: half of one of eight replicas' work.
    [InlineData("1.35", "0.062")]
    [InlineData("1.34", null)]
    [InlineData(null, null)]
    public async Task Newer_clusters_tolerate_less_where_replicas_are_many(string? version, string? tolerance)
    {
        var autoscaling = new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 8, CpuPercent = 70, KubernetesVersion = version };

        Assert.Equal(tolerance, (string?)(await AutoscalerAsync(autoscaling)).SelectToken("spec.behavior.scaleUp.tolerance"));
    }

    [Fact]
    public async Task It_scales_the_deployment_of_the_model()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu());
        var target = run[ScaledSamples.Hpa, "vision-autoscaler"].Inputs.SelectToken("spec.scaleTargetRef")!;
        var deployment = ServingSamples.Deployment(run);

        Assert.Equal((string?)deployment["apiVersion"], (string?)target["apiVersion"]);
        Assert.Equal((string?)deployment["kind"], (string?)target["kind"]);
        Assert.Equal((string?)deployment.SelectToken("metadata.name"), (string?)target["name"]);
    }

    private static Task<JObject> AutoscalerAsync(int? cpu, int? memory) =>
        AutoscalerAsync(new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, CpuPercent = cpu, MemoryPercent = memory });

    private static async Task<JObject> AutoscalerAsync(AutoscalingArgs autoscaling) =>
        (await ServingSamples.Run(ServingSamples.OnGpu(autoscaling: autoscaling)))[ScaledSamples.Hpa, "vision-autoscaler"].Inputs;
}
