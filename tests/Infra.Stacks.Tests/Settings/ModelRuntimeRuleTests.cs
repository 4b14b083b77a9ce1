namespace Infra.Stacks.Tests.Settings;

/// <summary>What a model may ask of its runtime and backend, in whole messages.</summary>
public sealed class ModelRuntimeRuleTests
{
    private const string Small = """{"name": "chat", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""";

    [Theory]
    [InlineData("llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}""")]
    [InlineData("llm", """{"model": "qwen2.5-0.5b-instruct", "quantization": "bitsandbytes"}""")]
    [InlineData("llm", """{"shape": {"parametersBillions": 0.9, "layers": 22, "heads": 32, "kvHeads": 4, "headDim": 64, "publishedIn": "fp16"}, "context": 2048}""")]
    [InlineData("source", "\"hf://Qwen/Qwen2.5-0.5B-Instruct@7ae5576\"")]
    [InlineData("environment", """{"VLLM_LOGGING_LEVEL": "DEBUG"}""")]
    public void A_small_language_model_on_a_T4(string key, string json) => Assert.Equal("", Problems(key, json));

    [Theory]
    [InlineData("llm", null, "llm: missing; the runtime vllm needs it")]
    [InlineData("llm", "{}", "llm: exactly one of model and shape says how large the model is")]
    [InlineData("llm", """{"model": "qwen2.5-05b-instruct"}""", "llm.model: 'qwen2.5-05b-instruct' is not in the catalogue; did you mean 'qwen2.5-0.5b-instruct'? describe it with shape")]
    [InlineData("llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "fp8"}""", "llm.quantization: missing; qwen2.5-0.5b-instruct is published in bf16; say how it becomes fp8: fp8")]
    [InlineData("llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "int4"}""", "llm.quantization: missing; qwen2.5-0.5b-instruct is published in bf16; say how it becomes int4: bitsandbytes, awq, gptq")]
    [InlineData("llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "mxfp4"}""", "llm.quantization: missing; qwen2.5-0.5b-instruct is published in bf16, and nothing here makes mxfp4 of it; take another precision")]
    [InlineData("llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "fp16", "quantization": "awq"}""", "llm.precision: awq makes int4, not fp16; change one of the two")]
    [InlineData("llm", """{"model": "deepseek-r1", "precision": "bf16"}""", "llm.precision: deepseek-r1 is published in fp8, and vLLM loads it as it is; remove it")]
    [InlineData("size", "\"512Mi\"", "size: 512Mi can't hold the weights of qwen2.5-0.5b-instruct as published, 1.0 GiB in bf16; say 2Gi or more")]
    [InlineData("resources", """{"memory": "2Gi"}""", "resources.memory: 2Gi is not more than the 2Gi that the processes of vllm may share in /dev/shm, which counts as memory of the pod; ask for more")]
    [InlineData("environment", """{"HOME": "/data", "VLLM_LOGGING_LEVEL": "DEBUG"}""", "environment.HOME: the runtime vllm sets it itself; remove it")]
    [InlineData("gpus", "0", "pools: the runtime vllm needs GPUs, and the model asks for none; name pools that have them")]
    [InlineData("batching", "{}", "batching: vLLM puts requests together by itself, token by token; remove it and set llm.concurrency")]
    [InlineData("source", "\"https://models.example/chat.tar.gz\"", "source: found https://HOST/PATH.tar.gz, but the runtime vllm takes s3://BUCKET/PATH or hf://ORGANISATION/NAME@REVISION or pvc://VOLUME/PATH or oci://IMAGE")]
    [InlineData("huggingFaceToken", "{}", "huggingFaceToken: the source isn't at Hugging Face; remove it or change source")]
    [InlineData("transformer", """{"image": "ghcr.io/acme/transformer:1.0"}""", "transformer: the backend plain can't have a transformer; these can: kserve; change backend or transformer")]
    [InlineData("runtime", "\"tensorflow-serving\"", "llm: only the runtime vllm has it, and this model has tensorflow-serving; remove it or change runtime")]
    [InlineData("container", """{"image": "ghcr.io/acme/server:latest"}""", "container.image: 'ghcr.io/acme/server:latest' is not allowed; allowed: an image with a tag other than latest, or with a digest")]
    public void What_can_not_be(string key, string? json, string problem) => Assert.Equal($"gpu-inference:models[1].{problem}", Problems(key, json));

    // 0.5 B parameters would fit: the format alone is refused, with the formats and the GPUs that there are.
    [Fact]
    public void Bfloat16_is_refused_on_a_T4()
    {
        var problem = Problems("llm", """{"model": "qwen2.5-0.5b-instruct"}""");

        Assert.StartsWith(
            "gpu-inference:models[1].llm.precision: bf16 doesn't run on t4 GPUs (Turing, compute capability 7.5); these run fp32, fp16, int8, int4; GPUs for bf16: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void Seventy_billion_parameters_are_refused_on_one_T4_with_the_numbers()
    {
        var problem = Problems("llm", """{"model": "llama-3.3-70b-instruct", "precision": "fp16"}""");

        Assert.StartsWith("gpu-inference:models[1].llm: llama-3.3-70b-instruct in fp16 needs ", problem, StringComparison.Ordinal);
        Assert.Contains(" GPU instance types fit; cheapest: ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void Nodes_that_share_a_model_need_a_backend_that_spans_them() => Assert.Equal(
        "gpu-inference:models[1].llm.pipelineParallel: the backend plain can't have replicas that span nodes; these can: ray, leaderWorkerSet; change backend or llm.pipelineParallel",
        Problems("llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "fp16", "pipelineParallel": 2}"""));

    // Without a replica it is no less wrong: the first one would wait for ever.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_replica_of_more_nodes_than_its_pools_have(int replicas) => Assert.Equal(
        "gpu-inference:models[1].llm.pipelineParallel: a replica has 5 pods with 1 GPU each, but the model's pools can hold 4; raise the pools' capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true) or ask for fewer nodes",
        SampleConfig.Eks().With("pools[0].capacity.max", "4").With("models[1]", Small).With("models[1].backend", "\"leaderWorkerSet\"").With("models[1].replicas", $"{replicas}")
            .With("models[1].llm", """{"model": "qwen2.5-0.5b-instruct", "precision": "fp16", "pipelineParallel": 5}""").Problems());

    [Fact]
    public void A_token_that_is_not_set_is_missed_and_one_in_plain_text_refused()
    {
        SampleConfig Config() => SampleConfig.Eks()
            .With("models[1]", Small).With("models[1].source", "\"hf://org/chat@v1\"").With("models[1].huggingFaceToken", "{}");

        Assert.Equal(
            "gpu-inference:models[1].huggingFaceToken: gpu-inference:huggingFaceToken is not set; set it with 'pulumi config set --secret gpu-inference:huggingFaceToken', or name the Secret that has the token",
            Config().Problems());
        Assert.Equal("", Config().With("huggingFaceToken", """{"secure": "AAABAKhunter2"}""").Problems());
        Assert.Equal("", Config().With("models[1].huggingFaceToken", """{"secret": "hub", "key": "hf"}""").Problems());
        Assert.Equal(
            "gpu-inference:models[1].huggingFaceToken.key: is of a Secret that is there already, and none is named; name it or remove the key",
            Config().With("huggingFaceToken", """{"secure": "AAABAKhunter2"}""").With("models[1].huggingFaceToken", """{"key": "hf"}""").Problems());
        Assert.Equal(
            "gpu-inference:huggingFaceToken: stands there in plain text, but it is a secret; set it with 'pulumi config set --secret gpu-inference:huggingFaceToken'",
            Config().With("huggingFaceToken", "\"hf_abc\"").Problems());
    }

    [Theory]
    [InlineData("""{"models": [{"name": "detector", "backend": "onnxruntime", "batching": {"maxBatchSize": 16}, "preferredBatchSizes": [8, 16]}]}""", "")]
    [InlineData("""{"models": [{"name": "detector", "backend": "onnxruntime"}, {"name": "detector", "backend": "python", "instances": 2}]}""", "gpu-inference:models[1].triton: lists 'detector' twice; a model has one config.pbtxt")]
    [InlineData("""{"models": [{"name": "detector", "backend": "pytorch"}]}""", "gpu-inference:models[1].triton.models[0].backend: 'pytorch' is not allowed; allowed: onnxruntime, tensorrt, openvino, python")]
    [InlineData("""{"models": [{"name": "detector", "backend": "python", "batching": {"maxBatchSize": 16}, "preferredBatchSizes": [8, 32]}]}""", "gpu-inference:models[1].triton.models[0].preferredBatchSizes[1]: 32 is no size of a batch; allowed: 1 to 16")]
    public void Models_of_a_Triton_repository(string triton, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("models[1]", """{"name": "vision", "runtime": "triton", "source": "s3://models/vision", "pools": ["t4"]}""").With("models[1].triton", triton).Problems());

    [Theory]
    [InlineData("container", """{"image": "ghcr.io/acme/predictor:1.4.2"}""", "")]
    [InlineData("container", """{"image": "registry.example:5000/predictor@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}""", "")]
    [InlineData("container", """{"image": "predictor"}""", "gpu-inference:models[1].container.image: 'predictor' is not allowed; allowed: an image with a tag other than latest, or with a digest")]
    [InlineData("container", null, "gpu-inference:models[1].container: missing; the runtime container needs it")]
    [InlineData("batching", "{}", "gpu-inference:models[1].batching: the backend plain can't have a batcher in front of a runtime that has none of its own; these can: kserve; change backend or batching")]
    public void A_container_of_ones_own(string key, string? json, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("models[1]", """{"name": "flask", "runtime": "container", "pools": ["t4"], "container": {"image": "ghcr.io/acme/predictor:1.4.2"}}""").With($"models[1].{key}", json).Problems());

    private static string Problems(string key, string? json) => SampleConfig.Eks().With("models[1]", Small).With($"models[1].{key}", json).Problems();
}
