using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Serving;
using Infra.Core.Sizing;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>How a language model is served.</summary>
public sealed class LlmArgs : ResourceArgs
{
    /// <summary>
    /// The model's name in the catalogue, for example <c>llama-3.1-8b-instruct</c>: what a plan's readers know its size and shape by. No object depends on it. Default: none; not together with
    /// <see cref="Shape"/>.
    /// </summary>
    [Input("model")]
    public string? Model { get; init; }

    /// <summary>Size and shape of a model that the catalogue doesn't have. No object depends on it. Default: none.</summary>
    [Input("shape")]
    public LlmShapeArgs? Shape { get; init; }

    /// <summary>Format of the weights: <c>fp32</c>, <c>bf16</c>, <c>fp16</c>, <c>fp8</c>, <c>int8</c>, <c>int4</c> or <c>mxfp4</c>. Default: the checkpoint's own.</summary>
    [Input("precision")]
    public string? Precision { get; init; }

    /// <summary>Format of the KV cache: <c>auto</c> or <c>fp8</c>. Default: auto, what the model computes in.</summary>
    [Input("kvCache")]
    public string KvCache { get; init; } = WireNames.Name(KvCachePrecision.Auto);

    /// <summary>Tokens of the longest request, prompt and answer; 1 or more.</summary>
    [Input("context", required: true)]
    public required int Context { get; init; }

    /// <summary>Requests that are served at the same time, 1 or more; further ones wait.</summary>
    [Input("concurrency", required: true)]
    public required int Concurrency { get; init; }

    /// <summary>GPUs of one pod that share every layer; as many as a pod asks for. Default: 1.</summary>
    [Input("tensorParallel")]
    public int TensorParallel { get; init; } = 1;

    /// <summary>Pods, on as many nodes, that share the layers. Default: 1.</summary>
    [Input("pipelineParallel")]
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Share of a GPU's memory that the server takes, above 0 and up to 1. Default: 0.9.</summary>
    [Input("memoryUtilization")]
    public double MemoryUtilization { get; init; } = (double)MemoryRequest.DefaultUtilization;

    /// <summary>How weights are quantised where the checkpoint doesn't say it: <c>fp8</c>, <c>bitsandbytes</c>, <c>awq</c> or <c>gptq</c>. Default: none.</summary>
    [Input("quantization")]
    public string? Quantization { get; init; }

    /// <summary>How weights are read: <c>safetensors</c>, or <c>streamer</c> (Run:ai Model Streamer), which takes them right from S3 where they are there. Default: safetensors.</summary>
    [Input("loader")]
    public string Loader { get; init; } = WireNames.Name(TensorLoader.Safetensors);

    /// <summary>LoRA adapters by the name that a request asks for: a directory below the model's own, or a repository at Hugging Face. Default: none.</summary>
    [Input("loraAdapters")]
    public Dictionary<string, string>? LoraAdapters { get; init; }

    /// <summary>The input form of options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="model">The model's name in the catalogue; null for none.</param>
    /// <param name="shape">Size and shape of a model that the catalogue doesn't have.</param>
    public static LlmArgs From(LlmOptions options, string? model = null, LlmShapeArgs? shape = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LlmArgs
        {
            Model = model,
            Shape = shape,
            Precision = options.Precision is { } precision ? WireNames.Name(precision) : null,
            KvCache = WireNames.Name(options.KvCache),
            Context = options.Context,
            Concurrency = options.Concurrency,
            TensorParallel = options.TensorParallel,
            PipelineParallel = options.PipelineParallel,
            MemoryUtilization = (double)options.MemoryUtilization,
            Quantization = options.Quantization is { } quantization ? WireNames.Name(quantization) : null,
            Loader = WireNames.Name(options.Loader),
            LoraAdapters = options.LoraAdapters.IsEmpty ? null : options.LoraAdapters.ToDictionary(),
        };
    }

    /// <summary>The options that these inputs mean, and what is wrong with them.</summary>
    internal LlmOptions ToOptions(string path, ConfigProblems problems)
    {
        CheckModel(path, problems);
        ArgumentProblems.AtLeast(1, Context, ConfigPath.Key(path, "context"), problems);
        ArgumentProblems.AtLeast(1, Concurrency, ConfigPath.Key(path, "concurrency"), problems);
        ArgumentProblems.AtLeast(1, TensorParallel, ConfigPath.Key(path, "tensorParallel"), problems);
        ArgumentProblems.AtLeast(1, PipelineParallel, ConfigPath.Key(path, "pipelineParallel"), problems);
        if (MemoryUtilization is not (> 0 and <= 1))
        {
            problems.Add(ConfigPath.Key(path, "memoryUtilization"), $"{MemoryUtilization} is no share; allowed: above 0 and up to 1");
        }

        return new LlmOptions
        {
            Precision = ArgumentProblems.Parse<WeightPrecision>(Precision, ConfigPath.Key(path, "precision"), problems),
            KvCache = ArgumentProblems.Parse<KvCachePrecision>(KvCache, ConfigPath.Key(path, "kvCache"), problems) ?? KvCachePrecision.Auto,
            Context = Context,
            Concurrency = Concurrency,
            TensorParallel = TensorParallel,
            PipelineParallel = PipelineParallel,
            MemoryUtilization = MemoryUtilization is > 0 and <= 1 ? (decimal)MemoryUtilization : MemoryRequest.DefaultUtilization,
            Quantization = ArgumentProblems.Parse<QuantizationMethod>(Quantization, ConfigPath.Key(path, "quantization"), problems),
            Loader = ArgumentProblems.Parse<TensorLoader>(Loader, ConfigPath.Key(path, "loader"), problems) ?? TensorLoader.Safetensors,
            LoraAdapters = (LoraAdapters ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private void CheckModel(string path, ConfigProblems problems)
    {
        if (Model is not null && Shape is not null)
        {
            problems.Add(path, "has both model and shape; say at most one");
        }

        if (Model is { } name && !ModelCatalog.Default.TryGet(name, out _))
        {
            var hint = ModelCatalog.Default.Suggest(name) is { } nearest ? $"did you mean '{nearest}'? " : "";
            problems.Add(ConfigPath.Key(path, "model"), $"{Shown.Quoted(name)} is not in the catalogue; {hint}describe it with shape");
        }

        Shape?.Check(ConfigPath.Key(path, "shape"), problems);
    }
}
