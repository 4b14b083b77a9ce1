using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Serving;

/// <summary>What the plain backend makes of each runtime, beside what <see cref="ServingPodTests"/> says of all.</summary>
public sealed class RuntimePodTests
{
    [Fact]
    public async Task A_language_model_has_a_command_shared_memory_and_room_for_its_caches()
    {
        var pod = await ServingSamples.PodAsync(RuntimeSamples.Vllm());
        var server = pod["containers"]![0]!;

        JsonAssert.Same("""["vllm", "serve"]""", server["command"]);
        Assert.Equal("/models", (string?)server["args"]![0]);
        Assert.Contains("--dtype=float16", server["args"]!.Select(argument => (string?)argument));
        JsonAssert.Same(
            """
            [
              { "name": "model", "emptyDir": { "sizeLimit": "4Gi" } },
              { "name": "tmp", "emptyDir": { "sizeLimit": "4Gi" } },
              { "name": "shm", "emptyDir": { "medium": "Memory", "sizeLimit": "8Gi" } }
            ]
            """,
            pod["volumes"]);
        JsonAssert.Same(
            """
            [
              { "name": "model", "mountPath": "/models", "readOnly": true },
              { "name": "tmp", "mountPath": "/tmp" },
              { "name": "shm", "mountPath": "/dev/shm" }
            ]
            """,
            server["volumeMounts"]);
        JsonAssert.Same(
            """
            {
              "requests": { "cpu": "4", "memory": "24Gi", "ephemeral-storage": "8Gi", "nvidia.com/gpu": "2" },
              "limits": { "memory": "24Gi", "nvidia.com/gpu": "2" }
            }
            """,
            server["resources"]);
        JsonAssert.Same("""[ { "name": "http", "containerPort": 8000 } ]""", server["ports"]);
        JsonAssert.Same(
            """
            [
              { "name": "HF_HUB_OFFLINE", "value": "1" },
              { "name": "HOME", "value": "/tmp" },
              { "name": "USER", "value": "vllm" },
              { "name": "VLLM_LOGGING_LEVEL", "value": "DEBUG" },
              { "name": "VLLM_NO_USAGE_STATS", "value": "1" }
            ]
            """,
            server["env"]);
        Assert.Equal("/health", (string?)server.SelectToken("livenessProbe.httpGet.path"));
        Assert.Equal("/health", (string?)server.SelectToken("startupProbe.httpGet.path"));
    }

    // Twice 9 GiB of image in 340 s, 4 GiB of model in 86 s, read in 13 s, and 269 s of engine: 24 minutes, and five.
    [Fact]
    public async Task Without_configuration_files_there_is_no_config_map() => Assert.Equal(
        """
        gpu-inference:index:InferenceService vision
        kubernetes:core/v1:ServiceAccount vision-service-account parent=vision provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy vision-network-policy parent=vision provider=kubernetes
        kubernetes:apps/v1:Deployment vision-deployment parent=vision provider=kubernetes after=vision-service-account,vision-network-policy create=00:30:00 update=00:30:00 delete=00:10:00
        kubernetes:core/v1:Service vision-service parent=vision provider=kubernetes after=vision-deployment
        kubernetes:policy/v1:PodDisruptionBudget vision-disruption-budget parent=vision provider=kubernetes
        kubernetes:monitoring.coreos.com/v1:ServiceMonitor vision-monitor parent=vision provider=kubernetes after=vision-service
        kubernetes:monitoring.coreos.com/v1:PrometheusRule vision-rules parent=vision provider=kubernetes
        """,
        (await ServingSamples.Run(RuntimeSamples.Vllm())).Resources());

    [Fact]
    public async Task A_model_at_Hugging_Face_is_downloaded_by_the_server_with_the_token_of_a_secret()
    {
        var pod = await ServingSamples.PodAsync(RuntimeSamples.Vllm(RuntimeSamples.Hub, token: new SecretKeyArgs { Name = "hub", Key = "token" }));
        var server = pod["containers"]![0]!;

        Assert.Null(pod["initContainers"]);
        JsonAssert.Same("""{ "name": "model", "mountPath": "/models" }""", server["volumeMounts"]![0]);
        JsonAssert.Same(
            """{ "name": "HF_TOKEN", "valueFrom": { "secretKeyRef": { "name": "hub", "key": "token" } } }""",
            server["env"]!.Last());
        // 4 GiB in 1,200 s for 15 GB, then 16 + 43 + 210 s: 612.6 s, twice.
        Assert.Equal(123, (int?)server.SelectToken("startupProbe.failureThreshold"));
    }

    [Fact]
    public async Task A_language_model_is_measured_in_seconds()
    {
        var run = await ServingSamples.Run(RuntimeSamples.Vllm());
        var rules = run["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"].Inputs;

        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace=\"models\",model_name=\"classifier\"}[5m])))",
            (string?)rules.SelectToken("spec.groups[*].rules[?(@.record == 'model:latency_seconds:p95_5m')].expr"));
        JsonAssert.Same("""[ { "port": "http", "path": "/metrics", "interval": "30s" } ]""", Monitor(run).SelectToken("spec.endpoints"));
    }

    [Fact]
    public async Task Triton_has_a_port_for_metrics_that_Prometheus_may_reach()
    {
        var run = await ServingSamples.Run(RuntimeSamples.Triton());

        JsonAssert.Same(
            """
            [
              { "name": "http", "port": 8000, "targetPort": "http" },
              { "name": "grpc", "port": 8001, "targetPort": "grpc" },
              { "name": "metrics", "port": 8002, "targetPort": "metrics" }
            ]
            """,
            run["kubernetes:core/v1:Service", "vision-service"].Inputs.SelectToken("spec.ports"));
        JsonAssert.Same("""[ { "port": "metrics", "path": "/metrics", "interval": "30s" } ]""", Monitor(run).SelectToken("spec.endpoints"));
        Assert.Equal(
            [8000, 8001, 8002],
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-network-policy"].Inputs.SelectTokens("spec.ingress[0].ports[*].port").Select(port => (int)port));
    }

    [Fact]
    public async Task The_download_configures_Tritons_models_and_the_server_sees_the_repository_only()
    {
        var run = await ServingSamples.Run(RuntimeSamples.Triton());
        var pod = ServingSamples.Deployment(run).SelectToken("spec.template.spec")!;

        Assert.Equal(["detector.pbtxt"], ((JObject)run["kubernetes:core/v1:ConfigMap", "vision-config"].Inputs["data"]!).Properties().Select(file => file.Name));
        JsonAssert.Same(
            """
            [
              { "name": "model", "mountPath": "/models" },
              { "name": "tmp", "mountPath": "/tmp" },
              { "name": "config", "mountPath": "/etc/triton", "readOnly": true }
            ]
            """,
            pod.SelectToken("initContainers[0].volumeMounts"));
        JsonAssert.Same(
            """
            [
              { "name": "model", "mountPath": "/models", "readOnly": true },
              { "name": "tmp", "mountPath": "/tmp" },
              { "name": "shm", "mountPath": "/dev/shm" }
            ]
            """,
            pod.SelectToken("containers[0].volumeMounts"));
    }

    [Fact]
    public async Task A_container_with_the_model_in_its_image_downloads_nothing()
    {
        var run = await ServingSamples.Run(RuntimeSamples.Container());
        var pod = ServingSamples.Deployment(run).SelectToken("spec.template.spec")!;
        var server = pod["containers"]![0]!;

        Assert.Null(pod["initContainers"]);
        JsonAssert.Same("""[ { "name": "tmp", "emptyDir": { "sizeLimit": "256Mi" } } ]""", pod["volumes"]);
        Assert.Equal("ghcr.io/acme/predictor:1.4.2", (string?)server["image"]);
        JsonAssert.Same("""["--workers=2"]""", server["args"]);
        JsonAssert.Same(
            """{ "httpGet": { "path": "/health", "port": "http" }, "periodSeconds": 10, "timeoutSeconds": 2, "failureThreshold": 6 }""", server["livenessProbe"]);
        JsonAssert.Same("""[ { "name": "http", "containerPort": 8080 } ]""", server["ports"]);
        // Nobody said that it has metrics.
        Assert.DoesNotContain("ServiceMonitor", run.Resources(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_metrics_whose_names_nobody_knows_no_rule_speaks()
    {
        var run = await ServingSamples.Run(RuntimeSamples.Container("/prometheus"));

        JsonAssert.Same("""[ { "port": "http", "path": "/prometheus", "interval": "30s" } ]""", Monitor(run).SelectToken("spec.endpoints"));
        Assert.DoesNotContain(
            run["kubernetes:monitoring.coreos.com/v1:PrometheusRule", "vision-rules"].Inputs.SelectTokens("spec.groups[*].name").Select(name => (string?)name), name => name is "classifier.business" or "classifier.model");
    }

    [Theory]
    [InlineData("vllm", "http://classifier.models.svc:8000/v1")]
    [InlineData("triton", "http://classifier.models.svc:8000/v2")]
    [InlineData("container", "http://classifier.models.svc:8080")]
    public async Task The_URL_is_that_of_the_runtimes_own_interface(string runtime, string url)
    {
        InferenceService? service = null;
        await ServingSamples.Run(Of(runtime), made => service = made);

        Assert.Equal(url, await OutputUtilities.GetValueAsync(service!.Url));
    }

    [Theory]
    [InlineData("vllm")]
    [InlineData("triton")]
    [InlineData("container")]
    public async Task Pool_security_and_labels_are_those_of_every_runtime(string runtime)
    {
        var first = ServingSamples.Deployment(await ServingSamples.Run(ServingSamples.OnGpu())).SelectToken("spec")!;
        var other = ServingSamples.Deployment(await ServingSamples.Run(Of(runtime))).SelectToken("spec")!;

        Assert.All(
            new[] { "selector", "template.spec.nodeSelector", "template.spec.tolerations", "template.spec.securityContext", "template.spec.topologySpreadConstraints", "template.spec.serviceAccountName" },
            path => Assert.Equal(first.SelectToken(path)!.ToString(), other.SelectToken(path)!.ToString()));
        JsonAssert.Same(
            """{ "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } }""",
            other.SelectToken("template.spec.containers[0].securityContext"));
        Assert.Equal(runtime, (string?)other.SelectToken("template.metadata.labels['app.kubernetes.io/name']"));
    }

    private static JObject Monitor(ComponentRun run) => run["kubernetes:monitoring.coreos.com/v1:ServiceMonitor", "vision-monitor"].Inputs;

    private static InferenceServiceArgs Of(string runtime) => runtime switch
    {
        "vllm" => RuntimeSamples.Vllm(),
        "triton" => RuntimeSamples.Triton(),
        "container" => RuntimeSamples.Container(),
        _ => throw new ArgumentException(runtime),
    };
}
