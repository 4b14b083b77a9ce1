using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Sizing;

/// <summary>
/// What vLLM holds on every GPU beside weights and KV cache: an estimate made of measured parts. It grows with the tokens of a batch and the vocabulary; who
/// needs it exact reads it from the server's log at start and sets <see cref="MemoryRequest.Overhead"/>.
/// </summary>
public static class MemoryOverhead
{
    /// <summary>Intermediate results of the greatest batch: 1.26 GiB, Llama 3 8B on an H100.</summary>
    public static ByteSize Activations { get; } = ByteSize.FromMebibytes(1290);

    /// <summary>CUDA context, kernels and libraries of one GPU on its own: 1.79 GiB, the same measurement.</summary>
    public static ByteSize Context { get; } = ByteSize.FromMebibytes(1833);

    /// <summary>The same with buffers of NCCL, where GPUs exchange results: 3.58 GiB with two GPUs, the same measurement.</summary>
    public static ByteSize ContextWithPeers { get; } = ByteSize.FromMebibytes(3666);

    /// <summary>Captured CUDA graphs: 0.48 GiB, the greatest of those read (0.32 GiB for Llama 3 8B, vllm-project/vllm, pull/11005).</summary>
    public static ByteSize CudaGraphs { get; } = ByteSize.FromMebibytes(492);

    /// <summary>Where activations and contexts were read.</summary>
    public static FactSource Source { get; } = new(
        "vllm-memory-profiling", "vllm-project/vllm", "pull/10511", null, new DateOnly(2024, 12, 14), "sanity checks of the memory profiling on an H100, one GPU and two");

    /// <summary>Where the size of CUDA graphs was read.</summary>
    public static FactSource CudaGraphSource { get; } = new(
        "vllm-graph-capture", "vllm-project/vllm", "issues/20264", null, new DateOnly(2025, 6, 30), "log of a start of Llama 3.2 1B: graph capturing took 0.48 GiB");

    /// <summary>The estimate for one GPU.</summary>
    /// <param name="gpus">GPUs of the replica.</param>
    public static ByteSize PerGpu(int gpus) =>
        new(Activations.Bytes + (gpus > 1 ? ContextWithPeers : Context).Bytes + CudaGraphs.Bytes);
}
