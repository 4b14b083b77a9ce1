using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>From a model in the configuration to its objects, for each runtime on the plain backend.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class RuntimeStackTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    [Fact]
    public async Task A_language_model_from_Hugging_Face_gets_the_token_as_a_secret()
    {
        var stack = await With(
            """{"name": "chat", "runtime": "vllm", "source": "hf://Qwen/Qwen2.5-0.5B-Instruct@7ae5576", "huggingFaceToken": {}, "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""");
        var server = Server(stack, "chat");

        Tree.Equal(
            """
            [
              "Qwen/Qwen2.5-0.5B-Instruct", "--revision=7ae5576", "--download-dir=/models", "--served-model-name=chat", "--port=8000", "--dtype=float16", "--max-model-len=4096",
              "--max-num-seqs=16", "--gpu-memory-utilization=0.9", "--tensor-parallel-size=1", "--shutdown-timeout=15"
            ]
            """,
            server["args"]);
        Tree.Equal("""{"name": "HF_TOKEN", "valueFrom": {"secretKeyRef": {"name": "huggingface-token", "key": "token"}}}""", server["env"]!.AsArray()[^1]);
        var secret = stack.Single("kubernetes:core/v1:Secret", "huggingface-token");
        Tree.Equal("""{"token": "hf_abc"}""", Tree.Of(secret.Inputs["stringData"]));
        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "gpu-inference:index:PodIdentityRole" && resource.Name == "chat-reader");
    }

    [Fact]
    public async Task The_component_knows_the_GPUs_that_the_model_may_meet()
    {
        var stack = await With(
            """{"name": "chat", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, "environment": {"VLLM_LOGGING_LEVEL": "DEBUG"}}""");
        var inputs = stack.Single("gpu-inference:index:InferenceService", "chat").Inputs;

        Tree.Equal("""["t4"]""", Tree.Of(inputs["accelerators"]));
        Tree.Equal("""{"VLLM_LOGGING_LEVEL": "DEBUG"}""", Tree.Of(inputs["environment"]));
        Assert.Equal("docker.io/vllm/vllm-openai:v0.24.0", (string?)Server(stack, "chat")["image"]);
    }

    [Fact]
    public async Task A_Triton_repository_with_a_configured_model()
    {
        var stack = await With(
            """{"name": "vision", "runtime": "triton", "source": "s3://models/vision", "pools": ["t4"], "triton": {"models": [{"name": "detector", "backend": "onnxruntime", "instances": 2, "batching": {"maxBatchSize": 8}}]}}""");

        Assert.Equal("nvcr.io/nvidia/tritonserver:26.02-py3", (string?)Server(stack, "vision")["image"]);
        Assert.Equal(
            "name: \"detector\"\nbackend: \"onnxruntime\"\nmax_batch_size: 8\ndynamic_batching {\n  max_queue_delay_microseconds: 5000\n}\ninstance_group [\n  {\n    count: 2\n    kind: KIND_GPU\n  }\n]\n",
            (string?)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "vision-config").Inputs["data"])["detector.pbtxt"]);
        Assert.Single(stack.Resources, resource => resource.Name == "vision-reader");
    }

    // S2.5: Deployment, one GPU, probes at /health:8080.
    [Fact]
    public async Task The_Flask_predictor_of_the_seeds()
    {
        var stack = await With("""{"name": "predictor", "runtime": "container", "pools": ["t4"], "container": {"image": "ghcr.io/acme/predictor:1.4.2"}}""");
        var server = Server(stack, "predictor");

        Assert.Equal("ghcr.io/acme/predictor:1.4.2", (string?)server["image"]);
        Assert.Equal("1", (string?)server["resources"]!["limits"]!["nvidia.com/gpu"]);
        Tree.Equal("""{"path": "/health", "port": "http"}""", server["readinessProbe"]!["httpGet"]);
        Tree.Equal("""[{"name": "http", "containerPort": 8080}]""", server["ports"]);
        Assert.DoesNotContain(stack.Resources, resource => resource.Name == "predictor-reader");
    }

    [Fact]
    public async Task TensorFlow_Serving_that_gathers_requests()
    {
        var stack = await With("""{"name": "resnet", "runtime": "tensorflow-serving", "source": "s3://models/resnet", "pools": ["t4"], "batching": {"maxBatchSize": 64, "maxLatencyMs": 3}}""");

        Assert.Contains("--enable_batching=true", Server(stack, "resnet")["args"]!.AsArray().Select(argument => (string?)argument));
        Assert.Equal(
            "max_batch_size { value: 64 }\nbatch_timeout_micros { value: 3000 }\n",
            (string?)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "resnet-config").Inputs["data"])["batching.config"]);
    }

    private static async Task<MockedStack> With(string model)
    {
        var config = ShippedConfig.Of("dev");
        var models = JsonNode.Parse((string)config["gpu-inference:models"]!)!.AsArray();
        models.Add(JsonNode.Parse(model));
        config["gpu-inference:models"] = models.ToJsonString();
        config["gpu-inference:huggingFaceToken"] = "hf_abc";
        return await MockedStack.OfAsync("dev", config);
    }

    private static JsonNode Server(MockedStack stack, string model) =>
        Tree.Of(stack.Single(Deployment, $"{model}-deployment").Inputs["spec"])["template"]!["spec"]!["containers"]![0]!;
}
