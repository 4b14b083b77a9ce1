using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Serving;
using Infra.Core.Sizing;

namespace Infra.Stacks.Configuration;

/// <summary>How a language model is served, for the runtime <c>vllm</c>.</summary>
public sealed record LlmConfig : IConfigRules
{
    /// <summary>The model's name in the catalogue, for example <c>llama-3.1-8b-instruct</c>. Default: none; then its shape is needed.</summary>
    public string? Model { get; init; }

    /// <summary>Size and shape of a model that the catalogue doesn't have. Default: none.</summary>
    public LlmShapeConfig? Shape { get; init; }

    /// <summary>Format of the weights. Default: the one in which the model is published.</summary>
    public WeightPrecision? Precision { get; init; }

    /// <summary>How the weights come to be in a narrower format than the published one. Default: none.</summary>
    public QuantizationMethod? Quantization { get; init; }

    /// <summary>Format of the KV cache; <c>auto</c> is what the model computes in. Default: auto.</summary>
    public KvCachePrecision KvCache { get; init; }

    /// <summary>Tokens of the longest request, prompt and answer. Default: 4096.</summary>
    [InRange(Min = 1, Max = 10_000_000)]
    public int Context { get; init; } = 4096;

    /// <summary>Requests of that length that fit at the same time; further ones wait. Default: 16.</summary>
    [InRange(Min = 1, Max = 4096)]
    public int Concurrency { get; init; } = 16;

    /// <summary>GPUs of one node that share every layer; a pod asks for as many. Default: 1.</summary>
    [InRange(Min = 1, Max = 16)]
    public int TensorParallel { get; init; } = 1;

    /// <summary>Nodes that share the layers, each with tensorParallel GPUs. Default: 1.</summary>
    [InRange(Min = 1, Max = 16)]
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Share of a GPU's memory that the server takes. Default: 0.9.</summary>
    [InRange(Min = 0.1, Max = 0.98)]
    public double MemoryUtilization { get; init; } = (double)MemoryRequest.DefaultUtilization;

    /// <summary>How weights are read; <c>streamer</c> reads many at a time, from S3 without a copy on the node's disk. Safetensors files only. Default: safetensors.</summary>
    public TensorLoader Loader { get; init; }

    /// <summary>
    /// LoRA adapters by the name that a request asks for: <c>/models/PATH</c>, below the model's own directory, or <c>ORGANISATION/NAME</c> at Hugging Face. Default: none.
    /// </summary>
    public ImmutableSortedDictionary<string, string> LoraAdapters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Model is null == Shape is null)
        {
            problems.Add(path, "exactly one of model and shape says how large the model is");
        }

        if (Model is { } name && !ModelCatalog.Default.TryGet(name, out _))
        {
            var hint = ModelCatalog.Default.Suggest(name) is { } nearest ? $"did you mean '{nearest}'? " : "";
            problems.Add(ConfigPath.Key(path, "model"), $"{Shown.Quoted(name)} is not in the catalogue; {hint}describe it with shape");
        }
    }

    /// <summary>What is known about the model; null where the rules found something wrong.</summary>
    internal ModelSpec? Spec(string model) =>
        Shape?.ToSpec(model) ?? (Model is { } name && ModelCatalog.Default.TryGet(name, out var known) ? known : null);
}
