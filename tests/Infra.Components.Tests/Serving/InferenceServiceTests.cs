using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Serving;

public sealed class InferenceServiceTests
{
    [Fact]
    public async Task With_everything_on_a_model_has_nine_children_in_the_order_of_need()
    {
        var run = await ComponentHarness.RunAsync(() =>
        {
            var kubernetes = Samples.KubernetesProvider();
            var models = new Namespace("models", null, new Pulumi.CustomResourceOptions { Provider = kubernetes });
            _ = new InferenceService("vision", ServingSamples.OnGpu(), Samples.In(kubernetes, models));
        });

        Assert.Equal(
            """
            kubernetes:core/v1:Namespace models provider=kubernetes
            gpu-inference:index:InferenceService vision after=models
            kubernetes:core/v1:ServiceAccount vision-service-account parent=vision provider=kubernetes
            kubernetes:core/v1:ConfigMap vision-config parent=vision provider=kubernetes
            kubernetes:networking.k8s.io/v1:NetworkPolicy vision-network-policy parent=vision provider=kubernetes
            kubernetes:apps/v1:Deployment vision-deployment parent=vision provider=kubernetes after=vision-service-account,vision-config,vision-network-policy,models create=00:23:00 update=01:16:00 delete=00:10:00
            kubernetes:core/v1:Service vision-service parent=vision provider=kubernetes after=vision-deployment
            kubernetes:policy/v1:PodDisruptionBudget vision-disruption-budget parent=vision provider=kubernetes
            kubernetes:autoscaling/v2:HorizontalPodAutoscaler vision-autoscaler parent=vision provider=kubernetes after=vision-deployment
            kubernetes:monitoring.coreos.com/v1:ServiceMonitor vision-monitor parent=vision provider=kubernetes after=vision-service
            kubernetes:monitoring.coreos.com/v1:PrometheusRule vision-rules parent=vision provider=kubernetes
            """,
            run.Resources());
    }

    [Fact]
    public async Task Without_autoscaler_and_operator_six_are_left() => Assert.Equal(
        """
        gpu-inference:index:InferenceService vision
        kubernetes:core/v1:ServiceAccount vision-service-account parent=vision provider=kubernetes
        kubernetes:core/v1:ConfigMap vision-config parent=vision provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy vision-network-policy parent=vision provider=kubernetes
        kubernetes:apps/v1:Deployment vision-deployment parent=vision provider=kubernetes after=vision-service-account,vision-config,vision-network-policy create=00:15:00 update=00:15:00 delete=00:10:00
        kubernetes:core/v1:Service vision-service parent=vision provider=kubernetes after=vision-deployment
        kubernetes:policy/v1:PodDisruptionBudget vision-disruption-budget parent=vision provider=kubernetes
        """,
        (await ServingSamples.Run(ServingSamples.OnCpu())).Resources());

    [Fact]
    public async Task The_component_shows_its_inputs() => JsonAssert.Same(
        """
        {
          "model": "classifier",
          "namespace": "models",
          "runtime": "tensorflow-serving",
          "backend": "plain",
          "source": { "s3Uri": "s3://models-bucket/classifier", "region": "eu-central-1", "readerRoleArn": "arn:aws:iam::123456789012:role/classifier-reader" },
          "modelSize": "200Mi",
          "pools": [
            {
              "name": "t4",
              "selector": { "gpu-inference/pool": "t4" },
              "taints": [
                { "key": "nvidia.com/gpu", "value": "present", "effect": "NoSchedule" },
                { "key": "spot", "value": "true", "effect": "NoExecute" }
              ],
              "deviceResource": "nvidia.com/gpu",
              "devicesPerNode": 1,
              "bringsDevicePlugin": false
            }
          ],
          "resources": { "cpu": "2", "memory": "8Gi", "devices": 1 },
          "accelerators": [],
          "environment": {},
          "imagePullSecrets": [],
          "tritonModels": [],
          "newNodes": true,
          "imageDelivery": "pull",
          "longestRequestSeconds": 15,
          "deregistrationSeconds": 0,
          "replicas": 1,
          "spreadOverZones": false,
          "autoscaling": { "minReplicas": 1, "maxReplicas": 4, "cpuPercent": 70, "memoryPercent": 80, "queries": [] },
          "monitoring": {
            "prometheusNamespace": "monitoring",
            "selectorLabels": { "release": "prometheus" },
            "hasGpuMetrics": true,
            "latencyP95Seconds": 0.2,
            "errorRatio": 0.005,
            "availability": 0.995
          },
          "clientNamespaces": ["web"],
          "verticalRecommendations": false
        }
        """,
        (await ServingSamples.Run(ServingSamples.OnGpu()))["gpu-inference:index:InferenceService", "vision"].Inputs);

    [Theory]
    [InlineData("kubernetes:core/v1:ServiceAccount", "vision-service-account", """{ "apiVersion": "v1", "kind": "ServiceAccount", "metadata": METADATA, "automountServiceAccountToken": false }""")]
    [InlineData("kubernetes:core/v1:ConfigMap", "vision-config", """{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": METADATA, "data": { "monitoring.config": "prometheus_config {\n  enable: true\n  path: \"/monitoring/prometheus/metrics\"\n}\n" } }""")]
    [InlineData("kubernetes:policy/v1:PodDisruptionBudget", "vision-disruption-budget", """{ "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": METADATA, "spec": { "maxUnavailable": 1, "unhealthyPodEvictionPolicy": "AlwaysAllow", "selector": { "matchLabels": SELECTOR } } }""")]
    [InlineData("kubernetes:core/v1:Service", "vision-service", """{ "apiVersion": "v1", "kind": "Service", "metadata": METADATA, "spec": { "selector": SELECTOR, "ports": [ { "name": "http", "port": 8501, "targetPort": "http" }, { "name": "grpc", "port": 8500, "targetPort": "grpc" } ] } }""")]
    public async Task Inputs_are_exactly(string type, string name, string inputs) => JsonAssert.Same(
        inputs.Replace("METADATA", ServingSamples.Metadata, StringComparison.Ordinal).Replace("SELECTOR", ServingSamples.Selector, StringComparison.Ordinal),
        (await ServingSamples.Run(ServingSamples.OnGpu()))[type, name].Inputs);

    [Fact]
    public async Task Budget_service_and_deployment_mean_the_same_pods()
    {
        var run = await ServingSamples.Run(ServingSamples.OnGpu());
        var deployment = ServingSamples.Deployment(run);
        var pod = (JObject)deployment.SelectToken("spec.template.metadata.labels")!;

        foreach (var selector in new[]
        {
            deployment.SelectToken("spec.selector.matchLabels"),
            run["kubernetes:core/v1:Service", "vision-service"].Inputs.SelectToken("spec.selector"),
            run["kubernetes:policy/v1:PodDisruptionBudget", "vision-disruption-budget"].Inputs.SelectToken("spec.selector.matchLabels"),
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-network-policy"].Inputs.SelectToken("spec.podSelector.matchLabels"),
        })
        {
            var labels = Assert.IsType<JObject>(selector);
            Assert.Equal(2, labels.Count);
            Assert.All(labels.Properties(), label => Assert.Equal((string?)label.Value, (string?)pod[label.Name]));
        }
    }

    [Fact]
    public async Task Another_runtime_updates_the_deployment_because_no_selector_names_it() => Assert.DoesNotContain(
        "tensorflow",
        ServingSamples.Deployment(await ServingSamples.Run(ServingSamples.OnGpu())).SelectToken("spec.selector")!.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var args = new InferenceServiceArgs
        {
            Model = new string('m', 45),
            Namespace = "models",
            Runtime = "tensorflow",
            Backend = "knative",
            Source = new ModelSourceArgs(),
            ModelSize = "200MB",
            Pools = [Samples.CpuPool()],
            Resources = new ResourcesArgs { Cpu = "one", Memory = "1GB", Devices = 1 },
            Replicas = -1,
            Autoscaling = new AutoscalingArgs { MinReplicas = 0, MaxReplicas = -1 },
        };

        Assert.Equal(
            $"""
            12 problems in gpu-inference:index:InferenceService:
              vision.model: '{args.Model}' has 45 characters; allowed are 1 to 43
              vision.runtime: 'tensorflow' is no runtime; there are: tensorflow-serving, triton, vllm, sklearn, xgboost, lightgbm, container
              vision.backend: 'knative' is no backend; there are: plain, kserve, llmInferenceService, ray, leaderWorkerSet
              vision.modelSize: '200MB' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
              vision.source: exactly one of s3Uri, archiveUrl, huggingFace, volume, image and cache must be set
              vision.resources.cpu: 'one' is no CPU quantity; allowed: a number of cores such as 2, 0.5 or 500m, no finer than 1m
              vision.resources.memory: '1GB' is no size; allowed: a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
              vision.replicas: -1 is less than 0
              vision.pools: 1 devices are asked for, but not every pool has devices
              vision.autoscaling.maxReplicas: -1 is less than 1
              vision.autoscaling: has no target; set at least one of cpuPercent, memoryPercent, gpuPercent, gpuMemoryPercent, requestsPerSecond, concurrency, queueDepth, kvCachePercent, tokensPerSecond, queries, or officeHours
              vision.autoscaling.minReplicas: with 0 the model sleeps, and nothing would wake it: its own metrics go with its pods; set activation.query, such as the requests that a gateway gets, or activation.queue, or 1 here
            """,
            (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => ServingSamples.Run(args))).Message);
    }

    [Fact]
    public async Task A_source_in_S3_that_nobody_may_read_is_refused() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.source.readerRoleArn: missing; without a role the pods have no permission to read S3; make a PodIdentityRole for the model's service account and hand its roleArn on
        """,
        (await Assert.ThrowsAsync<Pulumi.ResourceException>(() => ServingSamples.Run(With(new ModelSourceArgs { S3Uri = "s3://bucket/model", Region = "eu-central-1" })))).Message);

    private static InferenceServiceArgs With(ModelSourceArgs source) => new()
    {
        Model = ServingSamples.Model,
        Namespace = "models",
        Runtime = "tensorflow-serving",
        Source = source,
        ModelSize = "200Mi",
        Pools = [Samples.CpuPool()],
        Resources = new ResourcesArgs { Cpu = "500m", Memory = "1Gi" },
    };

    [Fact]
    public async Task The_URL_is_that_of_the_service_inside_the_cluster()
    {
        InferenceService? service = null;
        await ServingSamples.Run(ServingSamples.OnGpu(), made => service = made);

        Assert.Equal("http://classifier.models.svc:8501/v1/models/classifier", await OutputUtilities.GetValueAsync(service!.Url));
    }
}
