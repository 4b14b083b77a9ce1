using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Sizing;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Serving;

/// <summary>
/// vLLM's server with an API like OpenAI's. Flags and paths: docs.vllm.ai, "vllm serve".
/// </summary>
public static class Vllm
{
    /// <summary>Variable that holds the token for Hugging Face.</summary>
    public const string TokenVariable = "HF_TOKEN";

    /// <summary>Variable that holds the address of a model in S3 that is streamed.</summary>
    public const string UriVariable = "MODEL_URI";

    /// <summary>Environment variable with the region of the bucket that weights are streamed from.</summary>
    public const string RegionVariable = "AWS_REGION";

    /// <summary>CUDA compute capability of the oldest GPUs that its newer images run on.</summary>
    internal const decimal Turing = 7.5m;

    private const int Port = 8000;
    private const string ModelDirectory = "/models";

    // What vLLM's own page on the streamer takes for an example; no tensor may be larger (docs.vllm.ai, "Loading models with Run:ai Model Streamer").
    private static readonly ByteSize StreamBuffer = ByteSize.FromGibibytes(5);

    /// <summary>The runtime for one model.</summary>
    /// <param name="request">The model and how it is served.</param>
    public static RuntimeSpec For(RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var llm = request.Llm ?? throw new ArgumentException("vLLM serves language models only.", nameof(request));
        var isVolta = IsVolta(request);
        return new RuntimeSpec
        {
            Name = Runtimes.VllmName,
            ModelFormat = "vLLM",
            Image = (isVolta ? Pins.VllmForVolta : Pins.Vllm).Reference,
            Architectures = isVolta ? [CpuArchitecture.Amd64] : [CpuArchitecture.Amd64, CpuArchitecture.Arm64],
            // The entry point of older images is another one.
            Command = ["vllm", "serve"],
            Arguments = [.. Arguments(request, llm)],
            Environment = Environment(request),
            HttpPort = Port,
            GrpcPort = null,
            ApiPath = "/v1",
            ReadyPath = "/health",
            LivePath = "/health",
            ModelDirectory = ModelDirectory,
            ModelFiles = request.Hub is null && !request.IsStreamed ? new ModelFiles("config.json", "config.json") : null,
            FetchesModel = request.Hub is not null,
            ConfigurationDirectory = "",
            ConfigurationFiles = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            Metrics = Metrics(request, isVolta),
            // The workers of a pod exchange data through it (docs.vllm.ai, "Using Kubernetes").
            SharedMemory = ByteSize.FromGibibytes(llm.TensorParallel > 1 ? 8 : 2),
            // Compiled kernels and graphs, an estimate; the home directory is there too.
            Scratch = ByteSize.FromGibibytes(4),
            // The unpacked image of 0.24 takes about 20 GB; such a one had 9.5 GB compressed (aws-ia/terraform-aws-eks-blueprints, patterns/ml-container-cache).
            ImageSize = ByteSize.FromGibibytes(9),
            Engine = [.. ColdStartFigures.Vllm],
            Loader = Streams(llm) ? WeightLoader.Streamer : WeightLoader.Safetensors,
            StreamsModel = request.IsStreamed,
            LoadBuffers = Streams(llm) ? new ByteSize(llm.TensorParallel * StreamBuffer.Bytes) : default,
            // From 0.18 (vllm-project/vllm, pull/36666); before it requests are aborted.
            Shutdown = isVolta ? ShutdownBehaviour.Drops : ShutdownBehaviour.Finishes,
        };
    }

    /// <summary>The type that a GPU computes in, as <c>--dtype</c> has it: asked for by the weights, else what all the GPUs have.</summary>
    /// <param name="precision">Format of the weights; null for the checkpoint's own.</param>
    /// <param name="accelerators">Every kind of GPU that the model may meet.</param>
    public static string DataType(WeightPrecision? precision, ImmutableArray<AcceleratorModel> accelerators) => precision switch
    {
        WeightPrecision.Fp32 => "float32",
        WeightPrecision.Bf16 or WeightPrecision.Mxfp4 => "bfloat16",
        WeightPrecision.Fp16 => "float16",
        // Before Ampere there is no bfloat16, and "auto" would ask for it where the checkpoint says so.
        _ => accelerators.Any(gpu => !gpu.Precisions.IsEmpty && !gpu.Precisions.Contains(Catalog.Precision.Bf16)) ? "float16" : "auto",
    };

    private static bool Streams(LlmOptions llm) => llm.Loader == TensorLoader.Streamer;

    // On one node the processes share the reading instead of each reading everything. The limit is each process' own; the streamer's default of 40 GB is more than most pods have.
    private static string StreamOptions(LlmOptions llm) => llm is { TensorParallel: > 1, PipelineParallel: 1 }
        ? $$"""{"distributed":true,"memory_limit":{{StreamBuffer.Bytes}}}"""
        : $$"""{"memory_limit":{{StreamBuffer.Bytes}}}""";

    private static bool IsVolta(RuntimeRequest request) => request.LeastComputeCapability < Turing;

    /// <summary>
    /// What vLLM has to be told of quantised weights: how it makes them; null for checkpoints that are quantised already, which say so themselves. Named, AWQ and GPTQ keep their
    /// first kernels, which are several times slower and know no bfloat16 (vllm-project/vllm, issues/20112; awq_marlin.py, "forcing awq").
    /// </summary>
    /// <param name="method">How the weights are quantised; null where they aren't, or say so.</param>
    public static string? LoadedAs(QuantizationMethod? method) =>
        method is QuantizationMethod.Fp8 or QuantizationMethod.BitsAndBytes ? WireNames.Name(method.Value) : null;

    private static IEnumerable<string> Arguments(RuntimeRequest request, LlmOptions llm)
    {
        yield return request.Hub?.Repository ?? (request.IsStreamed ? $"$({UriVariable})" : ModelDirectory);
        if (request.Hub is { } hub)
        {
            yield return $"--revision={hub.Revision}";
            yield return $"--download-dir={ModelDirectory}";
        }

        yield return $"--served-model-name={request.Model}";
        yield return $"--port={Port}";
        yield return $"--dtype={DataType(llm.Precision, request.Accelerators)}";
        yield return $"--max-model-len={llm.Context}";
        yield return $"--max-num-seqs={llm.Concurrency}";
        yield return $"--gpu-memory-utilization={llm.MemoryUtilization.ToString(CultureInfo.InvariantCulture)}";
        yield return $"--tensor-parallel-size={llm.TensorParallel}";
        if (llm.PipelineParallel > 1)
        {
            yield return $"--pipeline-parallel-size={llm.PipelineParallel}";
        }

        if (LoadedAs(llm.Quantization) is { } quantization)
        {
            yield return $"--quantization={quantization}";
        }

        if (llm.KvCache == KvCachePrecision.Fp8)
        {
            yield return "--kv-cache-dtype=fp8";
        }

        // Prompts are nobody's business: newer images log them only where they are asked to, this one unless it is told not to.
        yield return IsVolta(request) ? "--disable-log-requests" : $"--shutdown-timeout={request.LongestRequestSeconds}";

        if (Streams(llm))
        {
            yield return "--load-format=runai_streamer";
            yield return $"--model-loader-extra-config={StreamOptions(llm)}";
        }

        if (!llm.LoraAdapters.IsEmpty)
        {
            yield return "--enable-lora";
            yield return "--lora-modules";
            foreach (var (name, place) in llm.LoraAdapters)
            {
                yield return $"{name}={place}";
            }
        }
    }

    // The image's user is root; ours has no name and no home of its own.
    private static ImmutableSortedDictionary<string, string> Environment(RuntimeRequest request)
    {
        var environment = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("HOME", "/tmp")
            .Add("USER", "vllm")
            .Add("VLLM_NO_USAGE_STATS", "1");
        if (request.IsStreamed)
        {
            // Credentials come from Pod Identity, and a pod reaches no instance metadata: whoever asked would wait.
            environment = environment.Add("AWS_EC2_METADATA_DISABLED", "true");
        }

        return request.Hub is null && request.Llm!.LoraAdapters.Values.All(IsLocal)
            // Nothing is left to be fetched, and a request to Hugging Face would only delay the start.
            ? environment.Add("HF_HUB_OFFLINE", "1")
            // The client keeps up to 10 GB of what it fetched a second time there (huggingface/xet-core, chunk_cache.rs; newer builds don't), and the volume is as large as the model.
            : environment.Add("HF_HOME", $"{ModelDirectory}/.huggingface").Add("HF_XET_CHUNK_CACHE_SIZE_BYTES", "0");
    }

    /// <summary>Whether a LoRA adapter lies in the model's own directory.</summary>
    internal static bool IsLocal(string adapter) => adapter.StartsWith($"{ModelDirectory}/", StringComparison.Ordinal);

    private static RuntimeMetrics Metrics(RuntimeRequest request, bool isVolta)
    {
        var metrics = isVolta ? VllmMetrics.OnVolta : VllmMetrics.Current;
        ImmutableArray<Matcher> ofModel = [Matcher.Is("model_name", request.Model)];
        ImmutableArray<Matcher> calls = [ModelPods.Of(request.Instance ?? request.Model), Matcher.Like("handler", "/v1/.*")];
        LatencyMetric.Histogram Times(HistogramMetric metric) => new(new(metric, ofModel));
        MeanMetric.Histogram Mean(HistogramMetric metric) => new(new(metric, ofModel));
        return new RuntimeMetrics
        {
            Path = "/metrics",
            Latency = Times(metrics.Latency),
            Counters = new RequestCounters([new(metrics.Requests, calls)], new(metrics.Requests, [.. calls, Matcher.Is("status", "5xx")])),
            Waiting = new(metrics.Waiting, ofModel),
            Running = new(metrics.Running, ofModel),
            CacheUse = new(metrics.CacheUse, ofModel),
            FirstToken = Times(metrics.FirstToken),
            InterToken = Times(metrics.InterToken),
            Queue = Times(metrics.Queue),
            Tokens = new(metrics.AnswerTokens, ofModel),
            PromptTokens = new(metrics.PromptTokens, ofModel),
            PromptLength = Mean(metrics.PromptLength),
            AnswerLength = Mean(metrics.AnswerLength),
            BatchSize = Mean(metrics.BatchTokens),
        };
    }
}
