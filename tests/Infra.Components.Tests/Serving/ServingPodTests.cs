using Infra.Components.Serving;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

public sealed class ServingPodTests
{
    [Fact]
    public async Task A_GPU_is_requested_as_often_as_it_is_allowed_and_the_volume_counts_as_storage() => JsonAssert.Same(
        """
        {
          "requests": { "cpu": "2", "memory": "8Gi", "ephemeral-storage": "456Mi", "nvidia.com/gpu": "1" },
          "limits": { "memory": "8Gi", "nvidia.com/gpu": "1" }
        }
        """,
        (await ServingSamples.PodAsync(ServingSamples.OnGpu())).SelectToken("containers[0].resources"));

    [Fact]
    public async Task Without_devices_no_device_resource_is_named() => JsonAssert.Same(
        """{ "requests": { "cpu": "500m", "memory": "1Gi", "ephemeral-storage": "656Mi" }, "limits": { "memory": "1Gi" } }""",
        (await ServingSamples.PodAsync(ServingSamples.OnCpu())).SelectToken("containers[0].resources"));

    [Theory]
    [InlineData(true, "200Mi", "456Mi")]
    [InlineData(false, "400Mi", "656Mi")]
    public async Task The_model_has_a_volume_of_its_size_an_archive_twice_that(bool s3, string size, string withScratch)
    {
        var pod = await ServingSamples.PodAsync(s3 ? ServingSamples.OnGpu() : ServingSamples.OnCpu());

        JsonAssert.Same(
            $$"""
            [
              { "name": "model", "emptyDir": { "sizeLimit": "{{size}}" } },
              { "name": "config", "configMap": { "name": "classifier" } },
              { "name": "tmp", "emptyDir": { "sizeLimit": "256Mi" } }
            ]
            """,
            pod["volumes"]);
        Assert.Equal(withScratch, (string?)pod.SelectToken("containers[0].resources.requests['ephemeral-storage']"));
    }

    [Fact]
    public async Task Only_the_download_writes_the_model()
    {
        var pod = await ServingSamples.PodAsync(ServingSamples.OnGpu());

        JsonAssert.Same(
            """[ { "name": "model", "mountPath": "/models/classifier" }, { "name": "tmp", "mountPath": "/tmp" } ]""",
            pod.SelectToken("initContainers[0].volumeMounts"));
        JsonAssert.Same(
            """
            [
              { "name": "model", "mountPath": "/models/classifier", "readOnly": true },
              { "name": "config", "mountPath": "/etc/tensorflow-serving", "readOnly": true },
              { "name": "tmp", "mountPath": "/tmp" }
            ]
            """,
            pod.SelectToken("containers[0].volumeMounts"));
    }

    [Theory]
    [InlineData("readinessProbe", 5, 3)]
    [InlineData("livenessProbe", 10, 6)]
    public async Task A_model_that_hangs_leaves_the_service_before_it_is_restarted(string probe, int period, int failures) => JsonAssert.Same(
        $$"""
        { "httpGet": { "path": "/v1/models/classifier", "port": "http" }, "periodSeconds": {{period}}, "timeoutSeconds": 2, "failureThreshold": {{failures}} }
        """,
        (await ServingSamples.PodAsync(ServingSamples.OnGpu())).SelectToken($"containers[0].{probe}"));

    [Fact]
    public async Task Replicas_spread_over_zones_where_they_can() => JsonAssert.Same(
        $$"""
        [
          {
            "topologyKey": "topology.kubernetes.io/zone", "maxSkew": 1, "whenUnsatisfiable": "ScheduleAnyway",
            "labelSelector": { "matchLabels": {{ServingSamples.Selector}} },
            "matchLabelKeys": ["pod-template-hash"]
          }
        ]
        """,
        (await ServingSamples.PodAsync(ServingSamples.OnGpu()))["topologySpreadConstraints"]);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 4)]
    public async Task Where_it_is_asked_for_no_zone_has_all_of_them(int replicas, int maxSkew) => JsonAssert.Same(
        $$"""
        {
          "topologyKey": "topology.kubernetes.io/zone", "maxSkew": {{maxSkew}}, "whenUnsatisfiable": "DoNotSchedule", "minDomains": 2, "nodeTaintsPolicy": "Honor",
          "labelSelector": { "matchLabels": {{ServingSamples.Selector}} },
          "matchLabelKeys": ["pod-template-hash"]
        }
        """,
        (await ServingSamples.PodAsync(ServingSamples.OnGpu(autoscaling: new AutoscalingArgs { MinReplicas = replicas, MaxReplicas = 9, CpuPercent = 70 }, spreadOverZones: true)))["topologySpreadConstraints"]![1]);

    [Fact]
    public async Task One_replica_cant_be_in_two_zones() => Assert.EndsWith(
        "vision.spreadOverZones: there may be 1 replica at a time; no zone can be without all of them",
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => ServingSamples.PodAsync(ServingSamples.OnGpu(spreadOverZones: true)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Ports_have_the_names_that_the_service_uses()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu());
        var ports = ServingSamples.Deployment(run).SelectToken("spec.template.spec.containers[0].ports")!;

        JsonAssert.Same("""[ { "name": "http", "containerPort": 8501 }, { "name": "grpc", "containerPort": 8500 } ]""", ports);
        Assert.Equal(
            run["kubernetes:core/v1:Service", "vision-service"].Inputs.SelectTokens("spec.ports[*].targetPort").Select(port => (string?)port),
            ports.Select(port => (string?)port["name"]));
    }
}
