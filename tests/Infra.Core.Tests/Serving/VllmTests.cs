using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Sizing;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Serving;

public sealed class VllmTests
{
    private static readonly LlmOptions _options = new() { Precision = WeightPrecision.Bf16, Context = 8192, Concurrency = 32 };

    [Fact]
    public void A_model_in_the_pod_is_served_from_its_directory()
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Accelerators = Gpus("a100-40gb"), Llm = _options });

        Assert.Equal(["vllm", "serve"], runtime.Command.ToArray());
        Assert.Equal(
            [
                "/models",
                "--served-model-name=chat",
                "--port=8000",
                "--dtype=bfloat16",
                "--max-model-len=8192",
                "--max-num-seqs=32",
                "--gpu-memory-utilization=0.9",
                "--tensor-parallel-size=1",
                "--shutdown-timeout=15",
            ],
            runtime.Arguments.ToArray());
        Assert.Equal(
            [new("HF_HUB_OFFLINE", "1"), new("HOME", "/tmp"), new("USER", "vllm"), new("VLLM_NO_USAGE_STATS", "1")],
            runtime.Environment.ToArray());
        Assert.Equal((Pins.Vllm.Reference, false, new ModelFiles("config.json", "config.json")), (runtime.Image, runtime.FetchesModel, runtime.ModelFiles));
        Assert.Equal([CpuArchitecture.Amd64, CpuArchitecture.Arm64], runtime.Architectures.ToArray());
    }

    [Fact]
    public void A_model_at_Hugging_Face_is_fetched_by_the_server_into_its_volume()
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Hub = new HubModel("Qwen/Qwen2.5-0.5B-Instruct", "7ae5576"), Llm = _options });

        Assert.Equal(
            ["Qwen/Qwen2.5-0.5B-Instruct", "--revision=7ae5576", "--download-dir=/models", "--served-model-name=chat"],
            runtime.Arguments.Take(4));
        Assert.Equal(("/models/.huggingface", "0"), (runtime.Environment["HF_HOME"], runtime.Environment["HF_XET_CHUNK_CACHE_SIZE_BYTES"]));
        Assert.False(runtime.Environment.ContainsKey("HF_HUB_OFFLINE"));
        Assert.Equal((true, null), (runtime.FetchesModel, runtime.ModelFiles));
    }

    [Fact]
    public void Every_option_is_a_flag_of_its_own()
    {
        var options = _options with
        {
            Precision = WeightPrecision.Fp8,
            Quantization = QuantizationMethod.Fp8,
            KvCache = KvCachePrecision.Fp8,
            TensorParallel = 8,
            PipelineParallel = 2,
            MemoryUtilization = 0.85m,
            LoraAdapters = ImmutableSortedDictionary<string, string>.Empty.Add("sql", "/models/adapters/sql").Add("law", "org/law"),
        };

        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 8, Accelerators = Gpus("h100"), Llm = options });

        Assert.Equal(
            [
                "--dtype=auto",
                "--max-model-len=8192",
                "--max-num-seqs=32",
                "--gpu-memory-utilization=0.85",
                "--tensor-parallel-size=8",
                "--pipeline-parallel-size=2",
                "--quantization=fp8",
                "--kv-cache-dtype=fp8",
                "--shutdown-timeout=15",
                "--enable-lora",
                "--lora-modules",
                "law=org/law",
                "sql=/models/adapters/sql",
            ],
            runtime.Arguments.Skip(3));
        Assert.Equal("/models/.huggingface", runtime.Environment["HF_HOME"]);
    }

    // Named, AWQ and GPTQ run in their first kernels, without bfloat16; the checkpoint says what it is.
    [Theory]
    [InlineData(QuantizationMethod.Fp8, "--quantization=fp8")]
    [InlineData(QuantizationMethod.BitsAndBytes, "--quantization=bitsandbytes")]
    [InlineData(QuantizationMethod.Awq, null)]
    [InlineData(QuantizationMethod.Gptq, null)]
    public void VLLM_is_told_what_it_shall_make_and_not_what_it_finds(QuantizationMethod method, string? argument)
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Accelerators = Gpus("a10g"), Llm = _options with { Quantization = method } });

        Assert.Equal(argument, runtime.Arguments.SingleOrDefault(one => one.StartsWith("--quantization", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(8, 1, 8)]
    [InlineData(1, 2, 2)]
    public void Workers_of_a_pod_share_memory(int tensor, int pipeline, int gibibytes) => Assert.Equal(
        ByteSize.FromGibibytes(gibibytes),
        Vllm.For(new RuntimeRequest { Model = "m", Devices = tensor, Llm = _options with { TensorParallel = tensor, PipelineParallel = pipeline } }).SharedMemory);

    [Theory]
    [InlineData(1, 1, """--model-loader-extra-config={"memory_limit":5368709120}""", 5)]
    [InlineData(8, 1, """--model-loader-extra-config={"distributed":true,"memory_limit":5368709120}""", 40)]
    // Over several nodes each process reads its own.
    [InlineData(8, 2, """--model-loader-extra-config={"memory_limit":5368709120}""", 40)]
    public void A_model_in_S3_is_streamed_to_the_GPUs(int tensor, int pipeline, string options, int bufferGibibytes)
    {
        var llm = _options with { Loader = TensorLoader.Streamer, TensorParallel = tensor, PipelineParallel = pipeline };

        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = tensor, IsInS3 = true, Llm = llm });

        Assert.Equal("$(MODEL_URI)", runtime.Arguments[0]);
        Assert.Equal(["--load-format=runai_streamer", options], runtime.Arguments.TakeLast(2));
        Assert.Equal("true", runtime.Environment["AWS_EC2_METADATA_DISABLED"]);
        Assert.Equal(
            (true, null, WeightLoader.Streamer, ByteSize.FromGibibytes(bufferGibibytes)), (runtime.StreamsModel, runtime.ModelFiles, runtime.Loader, runtime.LoadBuffers));
    }

    [Fact]
    public void Mounted_files_are_streamed_from_their_directory()
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Llm = _options with { Loader = TensorLoader.Streamer } });

        Assert.Equal(("/models", false, WeightLoader.Streamer), (runtime.Arguments[0], runtime.StreamsModel, runtime.Loader));
        Assert.False(runtime.Environment.ContainsKey("AWS_EC2_METADATA_DISABLED"));
    }

    // 0.8.5 doesn't know the flag, and aborts requests.
    [Theory]
    [InlineData("t4", ShutdownBehaviour.Finishes, "--shutdown-timeout=90")]
    [InlineData("v100-16gb", ShutdownBehaviour.Drops, null)]
    public void A_server_that_ends_finishes_its_requests_where_it_can(string gpu, ShutdownBehaviour behaviour, string? flag)
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Accelerators = Gpus(gpu), Llm = _options, LongestRequestSeconds = 90 });

        Assert.Equal((behaviour, flag), (runtime.Shutdown, runtime.Arguments.SingleOrDefault(argument => argument.StartsWith("--shutdown", StringComparison.Ordinal))));
    }

    // Turing and Volta have no bfloat16, which "auto" would take where the checkpoint says so.
    [Theory]
    [InlineData(null, "a100-40gb", "auto")]
    [InlineData(null, "t4", "float16")]
    [InlineData(null, "v100-16gb", "float16")]
    [InlineData(WeightPrecision.Int4, "t4", "float16")]
    [InlineData(WeightPrecision.Int4, "a100-40gb", "auto")]
    [InlineData(WeightPrecision.Fp8, "h100", "auto")]
    [InlineData(WeightPrecision.Fp16, "a100-40gb", "float16")]
    [InlineData(WeightPrecision.Bf16, "a100-40gb", "bfloat16")]
    [InlineData(WeightPrecision.Mxfp4, "h100", "bfloat16")]
    [InlineData(WeightPrecision.Fp32, "t4", "float32")]
    public void The_type_follows_the_weights_and_the_generation(WeightPrecision? precision, string gpu, string type) =>
        Assert.Equal(type, Vllm.DataType(precision, Gpus(gpu)));

    [Fact]
    public void The_oldest_of_several_GPUs_decides()
    {
        var both = Gpus("a100-40gb", "v100-16gb");

        Assert.Equal("float16", Vllm.DataType(null, both));
        Assert.Equal(Pins.VllmForVolta.Reference, Vllm.For(new RuntimeRequest { Model = "m", Devices = 1, Accelerators = both, Llm = _options }).Image);
    }

    [Theory]
    [InlineData("t4", "docker.io/vllm/vllm-openai:v0.24.0", "vllm:kv_cache_usage_perc")]
    [InlineData("v100-16gb", "docker.io/vllm/vllm-openai:v0.8.5", "vllm:gpu_cache_usage_perc")]
    public void Volta_has_an_image_of_its_own_with_other_names_of_metrics(string gpu, string image, string cacheUse)
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Accelerators = Gpus(gpu), Llm = _options });

        Assert.Equal((image, $"{cacheUse}{{namespace=\"models\",model_name=\"chat\"}}"), (runtime.Image, runtime.Metrics!.CacheUse!.Metric.Now(runtime.Metrics.CacheUse.In("models")).Text));
    }

    [Fact]
    public void Ports_probes_and_metrics_are_the_servers_own()
    {
        var runtime = Vllm.For(new RuntimeRequest { Model = "chat", Devices = 1, Accelerators = Gpus("t4"), Llm = _options });
        var metrics = runtime.Metrics!;

        Assert.Equal((8000, null, "/v1", "/health", "/health"), (runtime.HttpPort, runtime.GrpcPort, runtime.ApiPath, runtime.ReadyPath, runtime.LivePath));
        Assert.Equal(("/metrics", null), (metrics.Path, metrics.Port));
        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{namespace=\"models\",model_name=\"chat\"}[5m])))",
            metrics.Latency!.Quantile(0.95, "models", Window.Minutes(5)).Text);
        Assert.Equal(
            "sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"chat\",handler=~\"/v1/.*\",status=\"5xx\"}[5m]))"
                + " / sum(rate(http_requests_total{namespace=\"models\",app_kubernetes_io_instance=\"chat\",handler=~\"/v1/.*\"}[5m]))",
            metrics.Counters!.FailedShare("models", Window.Minutes(5)).Text);
        Assert.Equal("vllm:num_requests_waiting{namespace=\"models\",model_name=\"chat\"}", metrics.Waiting!.Metric.Now(metrics.Waiting!.In("models")).Text);
        Assert.Equal("vllm:num_requests_running{namespace=\"models\",model_name=\"chat\"}", metrics.Running!.Metric.Now(metrics.Running!.In("models")).Text);
        Assert.Equal("rate(vllm:generation_tokens_total{namespace=\"models\",model_name=\"chat\"}[5m])", metrics.Tokens!.Metric.Rate(Window.Minutes(5), metrics.Tokens.In("models")).Text);
        Assert.Equal(
            "histogram_quantile(0.95, sum by (le) (rate(vllm:time_to_first_token_seconds_bucket{namespace=\"models\",model_name=\"chat\"}[5m])))",
            metrics.FirstToken!.Quantile(0.95, "models", Window.Minutes(5)).Text);
    }

    internal static ImmutableArray<AcceleratorModel> Gpus(params string[] ids) =>
        [.. ids.Select(id => InstanceCatalog.Default.Models.Single(model => model.Id == id))];
}
