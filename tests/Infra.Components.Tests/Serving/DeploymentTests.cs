using Infra.Components.Serving;
using Infra.Core.Serving;
using Infra.TestKit;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

/// <summary>The whole Deployment as golden file, and what matters about it one by one.</summary>
public sealed class DeploymentTests
{
    public static TheoryData<string> Cases => ["gpu-s3", "cpu-archive"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_whole_deployment_is_as_reviewed(string name) =>
        Golden.Match((await DeploymentAsync(name)).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n", $"{name}.deployment.json");

    [Fact]
    public async Task Replicas_belong_to_the_autoscaler_where_there_is_one()
    {
        Assert.Null((await DeploymentAsync("gpu-s3")).SelectToken("spec.replicas"));
        Assert.Equal(2, (int?)(await DeploymentAsync("cpu-archive")).SelectToken("spec.replicas"));
    }

    [Theory]
    [InlineData("gpu-s3", 1061)]
    [InlineData("cpu-archive", 600)]
    public async Task Kubernetes_waits_as_long_as_a_cold_start_may_take(string name, int seconds)
    {
        var deployment = await DeploymentAsync(name);

        Assert.Equal(seconds, (int?)deployment.SelectToken("spec.progressDeadlineSeconds"));
        JsonAssert.Same(
            """{ "httpGet": { "path": "/v1/models/classifier", "port": "http" }, "periodSeconds": 10, "timeoutSeconds": 2, "failureThreshold": 12 }""",
            deployment.SelectToken("spec.template.spec.containers[0].startupProbe"));
    }

    [Fact]
    public async Task An_archive_comes_more_slowly_than_a_model_in_S3() =>
        // 10 GiB take 858.99 s over the internet, after 18.88 s for the image: 1,755.74 s, and 120 s for the engine; 30 s for the pod before.
        Assert.Equal(
            1906,
            (int?)ServingSamples.Deployment(await ServingSamples.Run(ServingSamples.OnCpu("10Gi"))).SelectToken("spec.progressDeadlineSeconds"));

    [Theory]
    [InlineData(null)]
    [InlineData("gpu-inference-critical")]
    public async Task The_pod_has_the_priority_that_is_asked_for(string? priorityClass) => Assert.Equal(
        priorityClass,
        (string?)ServingSamples.Deployment(await ServingSamples.Run(ServingSamples.OnGpu(priorityClass: priorityClass))).SelectToken("spec.template.spec.priorityClassName"));

    [Fact]
    public async Task A_rolling_update_needs_no_spare_GPU() => JsonAssert.Same(
        """{ "type": "RollingUpdate", "rollingUpdate": { "maxSurge": 0, "maxUnavailable": 1 } }""",
        (await DeploymentAsync("gpu-s3")).SelectToken("spec.strategy"));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_container_is_restricted_and_its_root_is_read_only(string name)
    {
        var pod = (await DeploymentAsync(name)).SelectToken("spec.template.spec")!;

        JsonAssert.Same(
            """
            {
              "runAsNonRoot": true, "runAsUser": 10001, "runAsGroup": 10001, "fsGroup": 10001,
              "seccompProfile": { "type": "RuntimeDefault" }
            }
            """,
            pod["securityContext"]);
        var containers = pod["initContainers"]!.Concat(pod["containers"]!).ToArray();
        Assert.Equal(["model-download", "server"], containers.Select(container => (string?)container["name"]));
        Assert.All(containers, container => JsonAssert.Same(
            """{ "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } }""",
            container["securityContext"]));
        Assert.All(new[] { "hostNetwork", "hostPID", "hostIPC" }, key => Assert.Null(pod[key]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Pods_hold_no_token_of_the_API_server(string name)
    {
        var pod = (await DeploymentAsync(name)).SelectToken("spec.template.spec")!;

        Assert.False((bool?)pod["automountServiceAccountToken"]);
        Assert.False((bool?)pod["enableServiceLinks"]);
        Assert.Equal("classifier", (string?)pod["serviceAccountName"]);
    }

    [Fact]
    public async Task A_pod_drains_before_it_is_stopped()
    {
        var pod = (await DeploymentAsync("gpu-s3")).SelectToken("spec.template.spec")!;

        JsonAssert.Same("""{ "preStop": { "sleep": { "seconds": 15 } } }""", pod.SelectToken("containers[0].lifecycle"));
        Assert.Equal(30, (int?)pod["terminationGracePeriodSeconds"]);
    }

    [Fact]
    public async Task New_configuration_files_make_new_pods()
    {
        var template = (await DeploymentAsync("gpu-s3")).SelectToken("spec.template")!;

        Assert.Equal(
            TensorFlowServing.For(new RuntimeRequest { Model = "classifier", Devices = 1 }).ConfigurationChecksum,
            (string?)template.SelectToken("metadata.annotations['gpu-inference/config-checksum']"));
    }

    private static async Task<JObject> DeploymentAsync(string name) => ServingSamples.Deployment(await ServingSamples.Run(Args(name)));

    private static InferenceServiceArgs Args(string name) => name switch
    {
        "gpu-s3" => ServingSamples.OnGpu(),
        "cpu-archive" => ServingSamples.OnCpu(),
        _ => throw new ArgumentException(name),
    };
}
