using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving;

public sealed class RuntimeRulesTests
{
    private static readonly LlmOptions _llm = new() { Context = 4096, Concurrency = 1 };
    private static readonly BatchingOptions _batching = new(8, TimeSpan.Zero);

    public static TheoryData<ServingRuntime, ModelSourceKind, string> Refused => new()
    {
        { ServingRuntime.TensorFlowServing, ModelSourceKind.None, "m.source: there is none, but the runtime tensorflow-serving takes s3://BUCKET/PATH or https://HOST/PATH.tar.gz or pvc://VOLUME/PATH or oci://IMAGE" },
        { ServingRuntime.TensorFlowServing, ModelSourceKind.HuggingFace, "m.source: found hf://ORGANISATION/NAME@REVISION, but the runtime tensorflow-serving takes s3://BUCKET/PATH or https://HOST/PATH.tar.gz or pvc://VOLUME/PATH or oci://IMAGE" },
        { ServingRuntime.Triton, ModelSourceKind.Archive, "m.source: found https://HOST/PATH.tar.gz, but the runtime triton takes s3://BUCKET/PATH or pvc://VOLUME/PATH or oci://IMAGE" },
        { ServingRuntime.Vllm, ModelSourceKind.Archive, "m.source: found https://HOST/PATH.tar.gz, but the runtime vllm takes s3://BUCKET/PATH or hf://ORGANISATION/NAME@REVISION or pvc://VOLUME/PATH or oci://IMAGE" },
        { ServingRuntime.Sklearn, ModelSourceKind.None, "m.source: there is none, but the runtime sklearn takes s3://BUCKET/PATH or pvc://VOLUME/PATH or oci://IMAGE" },
        { ServingRuntime.Xgboost, ModelSourceKind.Archive, "m.source: found https://HOST/PATH.tar.gz, but the runtime xgboost takes s3://BUCKET/PATH or pvc://VOLUME/PATH or oci://IMAGE" },
        { ServingRuntime.Container, ModelSourceKind.HuggingFace, "m.source: found hf://ORGANISATION/NAME@REVISION, but the runtime container takes none or s3://BUCKET/PATH or pvc://VOLUME/PATH or oci://IMAGE" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_source_that_the_runtime_does_not_read(ServingRuntime runtime, ModelSourceKind source, string problem) =>
        Assert.Equal([problem], Problems(runtime, Minimal(runtime), source));

    [Fact]
    public void Every_source_that_a_runtime_reads_is_right() => Assert.All(
        Enum.GetValues<ServingRuntime>(),
        runtime => Assert.All(RuntimeRules.Sources(runtime), source => Assert.Empty(Problems(runtime, Minimal(runtime), source))));

    [Theory]
    [InlineData(ServingRuntime.Vllm, "m.llm: missing; the runtime vllm needs it")]
    [InlineData(ServingRuntime.Container, "m.container: missing; the runtime container needs it")]
    public void What_a_runtime_can_not_do_without(ServingRuntime runtime, string problem) =>
        Assert.Equal([problem], Problems(runtime, new RuntimeRequest { Model = "m", Devices = 1 }, ModelSourceKind.S3));

    [Fact]
    public void What_belongs_to_another_runtime() => Assert.Equal(
        [
            "m.llm: only the runtime vllm has it, and this model has tensorflow-serving; remove it or change runtime",
            "m.container: only the runtime container has it, and this model has tensorflow-serving; remove it or change runtime",
            "m.triton: only the runtime triton has it, and this model has tensorflow-serving; remove it or change runtime",
        ],
        Problems(
            ServingRuntime.TensorFlowServing,
            new RuntimeRequest
            {
                Model = "m",
                Llm = _llm,
                Container = new ContainerOptions { Image = "i:1" },
                TritonModels = [new TritonModel { Name = "a", Backend = TritonBackend.Python }],
            },
            ModelSourceKind.S3));

    [Fact]
    public void Batching_that_nobody_would_do()
    {
        Assert.Equal(
            ["m.batching: vLLM puts requests together by itself, token by token; remove it and set llm.concurrency"],
            Problems(ServingRuntime.Vllm, Minimal(ServingRuntime.Vllm) with { Batching = _batching }, ModelSourceKind.S3));
        Assert.Equal(
            ["m.batching: Triton batches by the config.pbtxt of each model; list the models in triton.models, or write dynamic_batching into their files and remove it"],
            Problems(ServingRuntime.Triton, Minimal(ServingRuntime.Triton) with { Batching = _batching }, ModelSourceKind.S3));
        Assert.Empty(Problems(ServingRuntime.TensorFlowServing, Minimal(ServingRuntime.TensorFlowServing) with { Batching = _batching }, ModelSourceKind.S3));
        Assert.Equal(
            ["m.batching.timeoutSeconds: TensorFlow Serving gathers requests by itself and has no limit to their wait; remove it, and let callers say how long they wait"],
            Problems(ServingRuntime.TensorFlowServing, Minimal(ServingRuntime.TensorFlowServing) with { Batching = _batching with { Timeout = TimeSpan.FromSeconds(60) } }, ModelSourceKind.S3));
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/v1/models/m", false)]
    [InlineData("/models/m:predict", false)]
    [InlineData("/predict", true)]
    public void Requests_that_the_batcher_of_KServe_would_not_know(string apiPath, bool isRefused) => Assert.Equal(
        isRefused ? ["m.batching: KServe gathers requests to paths that end in ':predict' and hands on all others one by one, and the container's apiPath is '/predict'; serve at /v1/models/NAME:predict, or remove it"] : [],
        Problems(ServingRuntime.Container, Minimal(ServingRuntime.Container) with { Container = new ContainerOptions { Image = "i:1", ApiPath = apiPath }, Batching = _batching }, ModelSourceKind.S3));

    [Fact]
    public void What_can_not_be_streamed()
    {
        var streamed = _llm with { Loader = TensorLoader.Streamer };
        Assert.Equal(
            ["m.llm.loader: bitsandbytes has a loader of its own, and vLLM takes one; use safetensors, or another quantization"],
            Problems(streamed with { Quantization = QuantizationMethod.BitsAndBytes }));
        Assert.Equal(
            ["m.llm.loader: the image for Volta is older than the streamer's options that are set here; use safetensors, or GPUs from Turing on"],
            Problems(streamed, "v100-16gb"));
        Assert.Equal(
            ["m.llm.loader: the adapter 'sql' is read from the model's directory, and a model that is streamed from S3 has none; use safetensors, or an adapter at Hugging Face"],
            Problems(streamed with { LoraAdapters = streamed.LoraAdapters.Add("law", "org/law").Add("sql", "/models/sql") }));
        Assert.Empty(Problems(streamed with { LoraAdapters = streamed.LoraAdapters.Add("law", "org/law") }));

        IEnumerable<string> Problems(LlmOptions llm, string gpu = "t4") => RuntimeRulesTests.Problems(
            ServingRuntime.Vllm,
            Minimal(ServingRuntime.Vllm) with { IsInS3 = true, Llm = llm, Accelerators = [.. InstanceCatalog.Default.Models.Where(model => model.Id == gpu)] },
            ModelSourceKind.S3);
    }

    [Theory]
    // 5 GiB for the one process, and 2 GiB of shared memory.
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Streamed_weights_pass_through_the_pods_memory(int gibibytes, bool isEnough)
    {
        var problems = new ConfigProblems();
        var runtime = Vllm.For(Minimal(ServingRuntime.Vllm) with { Llm = _llm with { Loader = TensorLoader.Streamer } });

        RuntimeRules.CheckMemory("m.memory", runtime, ByteSize.FromGibibytes(gibibytes), problems);

        Assert.Equal(
            isEnough
                ? []
                : ["7Gi is not more than the 5Gi through which vllm streams weights and the 2Gi that its processes may share in /dev/shm; ask for more, or set llm.loader: safetensors"],
            problems.All.Select(problem => problem.Message));
    }

    [Fact]
    public void A_language_model_has_the_GPUs_that_share_it()
    {
        Assert.Equal(
            ["m.pools: the runtime vllm needs GPUs, and the model asks for none; name pools that have them"],
            Problems(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Llm = _llm }, ModelSourceKind.S3));
        Assert.Equal(
            ["m.llm.tensorParallel: 8 GPUs of a pod shall share every layer, but a pod asks for 4; make both the same"],
            Problems(ServingRuntime.Vllm, new RuntimeRequest { Model = "m", Devices = 4, Llm = _llm with { TensorParallel = 8 } }, ModelSourceKind.S3));
    }

    private static RuntimeRequest Minimal(ServingRuntime runtime) => new()
    {
        Model = "m",
        Devices = 1,
        Llm = runtime == ServingRuntime.Vllm ? _llm : null,
        Container = runtime == ServingRuntime.Container ? new ContainerOptions { Image = "i:1" } : null,
    };

    private static IEnumerable<string> Problems(ServingRuntime runtime, RuntimeRequest request, ModelSourceKind source)
    {
        var problems = new ConfigProblems();
        RuntimeRules.Check("m", runtime, request, source, problems);
        return problems.All.Select(problem => problem.ToString());
    }
}
