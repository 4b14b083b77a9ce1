using Newtonsoft.Json.Linq;
using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Document 001, from training to inference.</summary>
public sealed class Seed001Tests
{
    private const string Gpu = "resources.limits['nvidia.com/gpu']";

    [Fact]
    [Seed("S1.1", "Job model-training-job")]
    public async Task The_training_has_its_command_and_both_volumes()
    {
        var scenario = await OfAsync("001-training");
        var pod = scenario.Object("Job", "model-training-job").SelectToken("spec.template.spec")!;
        var container = One(pod, "containers");

        Holds(
            container,
            ("image", "docker.io/tensorflow/tensorflow:2.13.0-gpu-jupyter"),
            ("command", """["/bin/bash","-c"]"""),
            ("args[0]", "python train_model.py --data-path /data --model-path /models --epochs 100 --batch-size 32\n"),
            ("resources.requests.cpu", "1"),
            ("resources.limits.memory", "4Gi"),
            (Gpu, null));
        Assert.Equal(["/data", "/models"], Mounted(pod, "training-data-pvc", "model-storage-pvc"));
        Holds(pod, ("restartPolicy", "Never"));
        // And so they go only after it.
        Assert.Subset(scenario.NeedsOf("model-training-job-job").ToHashSet(), new HashSet<string> { "training-data-pvc-claim", "model-storage-pvc-claim" });
    }

    [Fact]
    [Seed("S1.2", "Pod gpu-training-pod")]
    public async Task A_training_on_a_GPU_is_bound_to_a_pool_of_them()
    {
        var pod = (await OfAsync("001-training")).Object("Job", "gpu-training-pod").SelectToken("spec.template.spec")!;

        Holds(
            One(pod, "containers"),
            ("args[0]", "python train_model.py --epochs 50\n"),
            ("resources.requests.cpu", "4"),
            ("resources.limits.memory", "16Gi"),
            ("resources.requests['nvidia.com/gpu']", "1"),
            (Gpu, "1"));
        Holds(pod, ("nodeSelector['gpu-inference/pool']", "gpu"), ("tolerations[0].key", "nvidia.com/gpu"));
    }

    [Theory]
    [InlineData("training-data-pvc", "100Gi", "nfs-server.example.com", "/training/data")]
    [InlineData("model-storage-pvc", "500Gi", "model-nfs.example.com", "/models")]
    [Seed("S1.3", "PersistentVolume and claim training-data-pvc")]
    [Seed("S1.3", "PersistentVolume and claim model-storage-pvc")]
    [Seed("S1.4", "model storage on NFS")]
    public async Task A_volume_on_NFS_is_one_volume_for_one_claim(string name, string size, string server, string path)
    {
        var scenario = await OfAsync("001-training");

        Holds(
            scenario.Object("PersistentVolume", $"inference-{name}"),
            ("spec.capacity.storage", size),
            ("spec.accessModes", """["ReadWriteMany"]"""),
            ("spec.nfs.server", server),
            ("spec.nfs.path", path),
            ("spec.claimRef.name", name));
        // The seed's claims name no volume, so that each may be bound to the other's.
        Holds(
            scenario.Object("PersistentVolumeClaim", name),
            ("spec.accessModes", """["ReadWriteMany"]"""),
            ("spec.resources.requests.storage", size),
            ("spec.volumeName", $"inference-{name}"),
            ("spec.storageClassName", ""));
    }

    [Fact]
    [Seed("S1.4", "model storage in S3")]
    public async Task A_model_in_S3_lies_in_a_bucket_that_nobody_else_reads()
    {
        var scenario = await OfAsync("001-serving");

        Holds(scenario.Inputs("my-bucket-public-access"), ("blockPublicAcls", true), ("restrictPublicBuckets", true));
        Holds(scenario.Inputs("model-inference-service-reader-association"), ("serviceAccount", "model-inference-service"), ("namespace", "inference"));
    }

    [Fact]
    [Seed("S1.5", "MLflow tracking and registry, http://mlflow-server:5000")]
    public async Task Trainings_find_MLflow()
    {
        var scenario = await OfAsync("001-training");
        var server = One(scenario.Object("Deployment", "mlflow-server"), "spec.template.spec.containers");

        Holds(scenario.Object("Service", "mlflow-server"), ("spec.ports[0].port", 5000));
        Assert.Equal(["mlflow", "server"], server["command"]!.Values<string>().Take(2));
        Assert.StartsWith("postgresql", (string)Variable(server, "MLFLOW_BACKEND_STORE_URI")!, StringComparison.Ordinal);
        Assert.EndsWith("/artifacts", (string)Variable(server, "MLFLOW_ARTIFACTS_DESTINATION")!, StringComparison.Ordinal);
        Assert.Equal("http://mlflow-server.inference:5000", (string?)Variable(One(scenario.Object("Job", "model-training-job"), "spec.template.spec.containers"), "MLFLOW_TRACKING_URI"));
    }

    [Fact]
    [Seed("S1.10", "tflite_convert with optimizations")]
    public async Task A_conversion_is_a_training_without_data()
    {
        var pod = (await OfAsync("001-training")).Object("Job", "tflite").SelectToken("spec.template.spec")!;
        var container = One(pod, "containers");

        Assert.Contains("converter.optimizations = [tf.lite.Optimize.DEFAULT]", (string)container["command"]![2]!, StringComparison.Ordinal);
        Assert.Equal(("/models/saved_model", "/models/optimized_model.tflite"), ((string?)Variable(container, "SOURCE_PATH"), (string?)Variable(container, "OUTPUT_PATH")));
        Assert.Equal(["/models"], Mounted(pod, "model-storage-pvc"));
    }

    [Fact]
    [Seed("S1.10", "tensorflowjs_converter to a graph model")]
    public async Task A_conversion_for_browsers_uses_an_image_of_ones_own()
    {
        var container = One((await OfAsync("001-training")).Object("Job", "tfjs").SelectToken("spec.template.spec")!, "containers");

        Assert.Contains(
            "tensorflowjs_converter --input_format=tf_saved_model --output_format=tfjs_graph_model \"$SOURCE_PATH\" \"$OUTPUT_PATH.part\"", (string)container["command"]![2]!, StringComparison.Ordinal);
        Assert.Equal(
            ("registry.example.com/tensorflowjs:4.22.0", "/models/saved_model", "/models/web"),
            ((string?)container["image"], (string?)Variable(container, "SOURCE_PATH"), (string?)Variable(container, "OUTPUT_PATH")));
    }

    [Theory]
    [InlineData("model-inference-service", "InferenceService", "spec.predictor", 1, 1)]
    [InlineData("kfserving-model", "HorizontalPodAutoscaler", "spec", 1, 10)]
    [Seed("S1.6", "InferenceService model-inference-service of serving.kubeflow.org/v1alpha2 (fix)")]
    [Seed("S1.6", "InferenceService kfserving-model of serving.kubeflow.org/v1beta1 (fix)")]
    public async Task KFServing_is_KServe(string name, string scaler, string path, int min, int max)
    {
        var scenario = await OfAsync("001-serving");
        var service = scenario.Object("InferenceService", name);

        Holds(service, ("apiVersion", "serving.kserve.io/v1beta1"), ("spec.default", null));
        Holds(scenario.Object(scaler, name), ($"{path}.minReplicas", min), ($"{path}.maxReplicas", max));
        Assert.EndsWith("/models/model-1.0", (string)service.SelectToken("spec.predictor.initContainers[0].env[?(@.name == 'MODEL_URI')].value")!, StringComparison.Ordinal);
        Holds(scenario.KServeServer(name), ("resources.requests.cpu", "1"), ("resources.limits.memory", "4Gi"));
    }

    [Fact]
    [Seed("S1.9", "HPA model-hpa: 2 to 20 at 70 % of CPU")]
    public async Task The_deployment_is_scaled_by_CPU()
    {
        var scenario = await OfAsync("000-autoscaling");

        Holds(
            scenario.Object("HorizontalPodAutoscaler", "tensorflow-serving")["spec"]!,
            ("scaleTargetRef.kind", "Deployment"),
            ("scaleTargetRef.name", "tensorflow-serving"),
            ("minReplicas", 2),
            ("maxReplicas", 20),
            ("metrics[0].resource.name", "cpu"),
            ("metrics[0].resource.target.averageUtilization", 70));
        Holds(scenario.Object("Deployment", "tensorflow-serving"), ("spec.replicas", null));
    }

    [Fact]
    [Seed("S1.6", "InferenceService kfserving-model: transformer on 8080")]
    public async Task The_transformer_listens_on_its_port_and_its_image_does_not_float()
    {
        var service = (await OfAsync("001-serving")).Object("InferenceService", "kfserving-model");

        Holds(One(service, "spec.transformer.containers"), ("ports[0].containerPort", 8080), ("image", "registry.example.com/my-transformer-image:1.0.0"));
    }

    [Fact]
    [Seed("S1.7", "Deployment and Service of TensorFlow Serving")]
    public async Task TensorFlow_Serving_has_both_ports_its_model_and_three_replicas()
    {
        var scenario = await OfAsync("001-serving");
        var deployment = scenario.Object("Deployment", "my-model");
        var container = One(deployment, "spec.template.spec.containers");

        Holds(deployment, ("spec.replicas", 3));
        Holds(container, ("ports[?(@.name == 'http')].containerPort", 8501), ("ports[?(@.name == 'grpc')].containerPort", 8500));
        Holds(container, ("resources.requests.cpu", "1"), ("resources.limits.memory", "4Gi"));
        Assert.Equal(("my-model", "/models"), ((string?)Variable(container, "MODEL_NAME"), (string?)Variable(container, "MODEL_BASE_PATH")));
        Assert.Equal(["/models/my-model"], Mounted(deployment.SelectToken("spec.template.spec")!, "model-storage-pvc"));
        Holds(scenario.Object("Service", "my-model"), ("spec.ports[?(@.name == 'http')].port", 8501), ("spec.ports[?(@.name == 'grpc')].port", 8500));
    }

    [Fact]
    [Seed("S1.8", "Deployment and Service of a Flask predictor")]
    public async Task A_server_of_ones_own_has_its_port_and_its_files()
    {
        var scenario = await OfAsync("001-serving");
        var deployment = scenario.Object("Deployment", "custom-predictor");
        var container = One(deployment, "spec.template.spec.containers");

        Holds(deployment, ("spec.replicas", 2));
        Holds(container, ("ports[0].containerPort", 5000), ("resources.requests.cpu", "500m"), ("resources.limits.memory", "2Gi"));
        Holds(scenario.Object("Service", "custom-predictor"), ("spec.ports[0].port", 5000));
        // The seed mounts a whole claim in the place of the file model.pkl (fix): a directory, from a path of the claim.
        Assert.Equal(["/app/model"], Mounted(deployment.SelectToken("spec.template.spec")!, "model-storage-pvc"));
        Holds(container, ("volumeMounts[?(@.name == 'model')].subPath", "custom"));
    }

    [Theory]
    [InlineData("my-model", "/v1/models/my-model")]
    [InlineData("custom-predictor", "/health")]
    [Seed("S1.15", "probes and warm-up")]
    public async Task Nobody_is_called_before_the_model_is_loaded(string name, string path) => Holds(
        One((await OfAsync("001-serving")).Object("Deployment", name), "spec.template.spec.containers"),
        ("startupProbe.httpGet.path", path),
        ("readinessProbe.httpGet.path", path),
        ("livenessProbe.httpGet.path", path));

    private static JToken? Variable(JObject container, string name) => container.SelectToken($"env[?(@.name == '{name}')].value");

    private static IEnumerable<string?> Mounted(JToken pod, params string[] claims) => claims
        .Select(claim => (string)Assert.Single(pod["volumes"]!, volume => (string?)volume.SelectToken("persistentVolumeClaim.claimName") == claim)["name"]!)
        .Select(volume => (string?)pod.SelectToken($"containers[0].volumeMounts[?(@.name == '{volume}')].mountPath"));
}
