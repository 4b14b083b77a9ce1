using Infra.Components.Serving;
using Pulumi;

namespace Infra.Components.Tests.Serving;

public sealed class RuntimeProblemTests
{
    [Fact]
    public async Task Options_of_a_language_model_are_checked_one_by_one() => Assert.Equal(
        """
        8 problems in gpu-inference:index:InferenceService:
          vision.llm.context: 0 is less than 1
          vision.llm.concurrency: 0 is less than 1
          vision.llm.tensorParallel: 0 is less than 1
          vision.llm.pipelineParallel: 0 is less than 1
          vision.llm.memoryUtilization: 1.5 is no share; allowed: above 0 and up to 1
          vision.llm.precision: 'half' is not allowed; allowed: fp32, bf16, fp16, fp8, int8, int4, mxfp4
          vision.llm.kvCache: 'int8' is not allowed; allowed: auto, fp8
          vision.llm.quantization: 'gguf' is not allowed; allowed: fp8, bitsandbytes, awq, gptq
        """,
        await ProblemsAsync(RuntimeSamples.Vllm(llm: new LlmArgs
        {
            Precision = "half",
            KvCache = "int8",
            Context = 0,
            Concurrency = 0,
            TensorParallel = 0,
            PipelineParallel = 0,
            MemoryUtilization = 1.5,
            Quantization = "gguf",
        })));

    [Fact]
    public async Task What_the_runtime_sets_itself_is_no_environment_of_the_user()
    {
        var args = RuntimeSamples.Vllm(RuntimeSamples.Hub, token: new SecretKeyArgs { Name = "hub", Key = "token" });
        args.Environment["HOME"] = "/root";
        args.Environment["HF_TOKEN"] = "hf_abc";

        Assert.Equal(
            """
            2 problems in gpu-inference:index:InferenceService:
              vision.environment.HF_TOKEN: the runtime vllm sets it itself; remove it
              vision.environment.HOME: the runtime vllm sets it itself; remove it
            """,
            await ProblemsAsync(args));
    }

    [Fact]
    public async Task An_accelerator_outside_the_catalogue_is_told()
    {
        var args = RuntimeSamples.Vllm();
        args.Accelerators.Add("gtx-1080");

        Assert.StartsWith(
            "1 problem in gpu-inference:index:InferenceService:\n  vision.accelerators[1]: 'gtx-1080' is no accelerator; there are: ", await ProblemsAsync(args), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_memory_is_part_of_the_pods() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.resources.memory: 4Gi is not more than the 8Gi that the processes of vllm may share in /dev/shm, which counts as memory of the pod; ask for more
        """,
        await ProblemsAsync(RuntimeSamples.Vllm(memory: "4Gi")));

    [Fact]
    public async Task A_revision_is_asked_for() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.source.revision: missing; a model at Hugging Face needs a commit or tag, because a branch may have other weights tomorrow
        """,
        await ProblemsAsync(RuntimeSamples.Vllm(new ModelSourceArgs { HuggingFace = "org/name" })));

    [Fact]
    public async Task What_the_backend_lacks_is_told_with_those_that_have_it() => Assert.Equal(
        """
        1 problem in gpu-inference:index:InferenceService:
          vision.llm.pipelineParallel: the backend plain can't have replicas that span nodes; these can: ray, leaderWorkerSet; change backend or llm.pipelineParallel
        """,
        await ProblemsAsync(RuntimeSamples.Vllm(llm: new LlmArgs { Context = 4096, Concurrency = 1, TensorParallel = 2, PipelineParallel = 2 })));

    [Fact]
    public async Task A_model_is_in_the_catalogue_or_has_a_shape() => Assert.Equal(
        """
        3 problems in gpu-inference:index:InferenceService:
          vision.llm: has both model and shape; say at most one
          vision.llm.model: 'qwen2.5-7b-instuct' is not in the catalogue; did you mean 'qwen2.5-7b-instruct'? describe it with shape
          vision.llm.shape.layers: 0 is less than 1
        """,
        await ProblemsAsync(RuntimeSamples.Vllm(llm: new LlmArgs
        {
            Context = 4096,
            Concurrency = 1,
            TensorParallel = 2,
            Model = "qwen2.5-7b-instuct",
            Shape = new LlmShapeArgs { ParametersBillions = 7, Layers = 0, Heads = 32, KvHeads = 8, HeadDim = 128 },
        })));

    private static async Task<string> ProblemsAsync(InferenceServiceArgs args) =>
        (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(args))).Message;
}
