using System.Collections.Immutable;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Core.Serving;

/// <summary>How a language model is served.</summary>
public sealed record LlmOptions
{
    /// <summary>Format of the weights; null for the checkpoint's own.</summary>
    public WeightPrecision? Precision { get; init; }

    /// <summary>Format of the KV cache.</summary>
    public KvCachePrecision KvCache { get; init; }

    /// <summary>Tokens of the longest request, prompt and answer.</summary>
    public required int Context { get; init; }

    /// <summary>Requests that are served at the same time; further ones wait.</summary>
    public required int Concurrency { get; init; }

    /// <summary>GPUs of one pod that share every layer.</summary>
    public int TensorParallel { get; init; } = 1;

    /// <summary>Pods, on as many nodes, that share the layers.</summary>
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Share of a GPU's memory that the server takes.</summary>
    public decimal MemoryUtilization { get; init; } = MemoryRequest.DefaultUtilization;

    /// <summary>How weights are quantised; null where the checkpoint says it.</summary>
    public QuantizationMethod? Quantization { get; init; }

    /// <summary>How the weights are read.</summary>
    public TensorLoader Loader { get; init; }

    /// <summary>LoRA adapters by the name that a request asks for: a directory in the model's own, or a repository at Hugging Face.</summary>
    public ImmutableSortedDictionary<string, string> LoraAdapters { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
