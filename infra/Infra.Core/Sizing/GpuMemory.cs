using Infra.Core.Models;
using Infra.Core.Units;

namespace Infra.Core.Sizing;

/// <summary>What a model takes on the fullest of its GPUs.</summary>
/// <param name="Weights">Weights; a floor where <see cref="WeightPrecisions.IsFloor"/> says so and no checkpoint was read.</param>
/// <param name="KvCache">KV cache of all requests at their full length.</param>
/// <param name="Overhead">Everything else; see <see cref="MemoryOverhead"/>.</param>
public sealed record GpuMemory(ByteSize Weights, ByteSize KvCache, ByteSize Overhead)
{
    /// <summary>All of it.</summary>
    public ByteSize Total => Clamp((Int128)Weights.Bytes + KvCache.Bytes + Overhead.Bytes);

    /// <summary>What a request takes.</summary>
    /// <param name="request">The model and how it shall be served.</param>
    public static GpuMemory Of(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new GpuMemory(
            WeightsOf(request), Clamp(KvCacheOf(request, request.Context) * request.Concurrency), request.Overhead ?? MemoryOverhead.PerGpu(request.Gpus));
    }

    /// <summary>Bytes of KV cache that one request takes on one GPU.</summary>
    /// <param name="request">The model and how it shall be served.</param>
    /// <param name="context">Tokens of the request.</param>
    internal static Int128 KvCacheOf(MemoryRequest request, int context)
    {
        if (request.Model.Attention is not { } attention || attention.KvElementsPerLayerAndToken == 0)
        {
            return 0;
        }

        // Latents are whole on every GPU; of heads each GPU has its part, and at least one: beyond their number they are copied.
        Int128 perLayer = attention.LatentElements ?? (2L * attention.HeadDim * DivideUp(attention.KvHeads, request.TensorParallel));
        // Servers with a hybrid KV cache (vLLM) keep no more than the window for a windowed layer. The fullest stage has one of the others more.
        var windowed = request.StageLayers - Math.Min(request.StageLayers, (int)DivideUp(attention.Layers - attention.WindowedLayers, request.PipelineParallel));
        var windowedTokens = Math.Min(context, attention.SlidingWindow ?? context);
        var elements = perLayer * (((Int128)(request.StageLayers - windowed) * context) + ((Int128)windowed * windowedTokens) + ((Int128)request.StageLayers * attention.CrossAttentionTokens));
        return elements * request.KvCacheBits / 8;
    }

    private static ByteSize WeightsOf(MemoryRequest request)
    {
        var model = request.Model;
        return Clamp(DivideUp((Int128)model.WeightBytes(request.Weights).Bytes * StageParameters(request), (Int128)model.Parameters * request.TensorParallel));
    }

    // Of the fullest stage: its layers, and one of the embedding tables, which stand whole at the ends.
    private static Int128 StageParameters(MemoryRequest request)
    {
        var (model, stages) = (request.Model, request.PipelineParallel);
        if (stages == 1 || model.Attention is not { } attention)
        {
            return model.Parameters;
        }

        var table = model.Embedding?.TableParameters ?? 0;
        var tables = model.Embedding is { IsTied: false } ? 2 * table : table;
        return DivideUp((Int128)(model.Parameters - tables) * request.StageLayers, attention.Layers) + table;
    }

    private static Int128 DivideUp(Int128 dividend, Int128 divisor) => (dividend + divisor - 1) / divisor;

    private static ByteSize Clamp(Int128 bytes) => new((long)Int128.Min(bytes, long.MaxValue));
}
