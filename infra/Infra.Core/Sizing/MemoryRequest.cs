using Infra.Core.Models;
using Infra.Core.Units;

namespace Infra.Core.Sizing;

/// <summary>A model and how it shall be served: everything that decides what it takes of GPU memory.</summary>
public sealed record MemoryRequest
{
    /// <summary>Share of a GPU's memory that vLLM takes by default (<c>--gpu-memory-utilization</c>).</summary>
    public const decimal DefaultUtilization = 0.9m;

    /// <summary>The model.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>Format of the weights.</summary>
    public required WeightPrecision Weights { get; init; }

    /// <summary>Format of the KV cache.</summary>
    public KvCachePrecision KvCache { get; init; }

    /// <summary>Tokens of the longest request, prompt and answer; 0 or more, without meaning for models that cache nothing.</summary>
    public required int Context { get; init; }

    /// <summary>Requests of that length that are served at the same time, at least 1. Further ones wait; shorter ones leave room for more.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>GPUs of one node that share every layer, at least 1.</summary>
    public int TensorParallel { get; init; } = 1;

    /// <summary>Nodes that share the layers, at least 1: each has <see cref="TensorParallel"/> GPUs.</summary>
    public int PipelineParallel { get; init; } = 1;

    /// <summary>Share of a GPU's usable memory that the server may take, above 0 and up to 1.</summary>
    public decimal MemoryUtilization { get; init; } = DefaultUtilization;

    /// <summary>What a GPU holds beside weights and KV cache, where somebody measured it; null for <see cref="MemoryOverhead"/>.</summary>
    public ByteSize? Overhead { get; init; }

    /// <summary>GPUs of one replica.</summary>
    public int Gpus => TensorParallel * PipelineParallel;

    /// <summary>Bits of one element of the KV cache.</summary>
    public int KvCacheBits => KvCache == KvCachePrecision.Fp8 ? 8 : Weights.KvCacheBits();

    /// <summary>Layers of the fullest pipeline stage; 1 for models whose layers nobody counted.</summary>
    public int StageLayers => Model.Attention is { } attention ? (attention.Layers + PipelineParallel - 1) / PipelineParallel : 1;
}
