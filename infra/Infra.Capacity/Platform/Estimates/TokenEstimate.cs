using Infra.Capacity.Service;
using Infra.Core.Catalog;
using Infra.Core.Sizing;
using Infra.Core.Units;

namespace Infra.Capacity.Platform.Estimates;

/// <summary>
/// What a replica of a language model does, estimated by its roofline (Williams et al., "Roofline", 2009): an iteration reads the weights that its tokens pass through and the keys and values of their past from memory, and does two
/// operations for each parameter and token; it takes as long as the slower of the two. What GPUs tell each other takes no time, and stages of a pipeline work one after the other.
/// </summary>
public static class TokenEstimate
{
    // vLLM's --max-num-batched-tokens where nobody says another, which goes by the GPU (vllm-project/vllm, engine/arg_utils.py, get_batch_defaults, for its OpenAI server).
    private const int BatchedTokens = 2048;
    private const int LargeBatchedTokens = 8192;
    private static readonly ByteSize _largeGpu = new(70L << 30);

    /// <summary>The estimate; null where no source says how fast the accelerator is, or the model doesn't fit it.</summary>
    /// <param name="request">The model and how it is served.</param>
    /// <param name="node">The GPUs of a node of the pool.</param>
    public static TokenProfile? Of(MemoryRequest request, GpuNode node)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(node);
        var (fit, cache) = (MemoryFit.Of(request, node), CachePerToken(request));
        if (AcceleratorSpeed.Of(node.Gpu.Id) is not { } speed || !(cache > 0) || (int)Math.Min(int.MaxValue, fit.KvCacheRoom.Bytes / cache) is not (> 0 and var tokens))
        {
            return null;
        }

        var (weights, active) = (request.Model.WeightBytes(request.Weights).Bytes / (double)request.TensorParallel, request.Model.ActiveParameters ?? request.Model.Parameters);
        var share = (double)active / request.Model.Parameters;
        // Tokens of a batch pass through different experts: of the rest of the weights each touches its share.
        double Weights(int batch) => speed.MicrosOfBytes(weights * (1 - Math.Pow(1 - share, batch)));
        double Operations(int count) => speed.MicrosOfOperations(2.0 * active * count / request.TensorParallel);
        var sizes = Sizes(request.Concurrency);
        return new TokenProfile
        {
            Source = Source(request, node),
            IsEstimate = true,
            PrefillTimes = Prompts(Weights(1), Operations(1)),
            DecodeTimes = new TimeCurve([.. sizes.Select(size => new TimePoint(size, Math.Max(Weights(size), Operations(size))))]),
            DecodeMicrosPerCachedToken = speed.MicrosOfBytes(cache * request.PipelineParallel),
            MaxSequences = request.Concurrency,
            KvTokens = tokens,
            MaxBatchedTokens = Math.Max(IsLarge(node.Gpu) ? LargeBatchedTokens : BatchedTokens, request.Concurrency),
        };
    }

    private static bool IsLarge(AcceleratorModel gpu) => gpu.NominalMemory >= _largeGpu && !gpu.Id.StartsWith("a100", StringComparison.Ordinal);

    // A short prompt takes as long as reading the weights, a long one as its operations.
    private static TimeCurve Prompts(double least, double each)
    {
        var bend = (int)Math.Clamp(Math.Ceiling(least / each), 1, int.MaxValue / 2);
        return new TimeCurve(new TimePoint(bend, Math.Max(least, bend * each)), new TimePoint(2 * bend, 2 * bend * each));
    }

    private static List<int> Sizes(int most)
    {
        var sizes = new List<int>();
        for (var size = 1; size < most; size *= 2)
        {
            sizes.Add(size);
        }

        return [.. sizes, most];
    }

    // On one GPU, of a request of full length: a window makes the mean smaller.
    private static double CachePerToken(MemoryRequest request) =>
        (double)GpuMemory.Of(request with { Concurrency = 1 }).KvCache.Bytes / Math.Max(1, request.Context);

    private static string Source(MemoryRequest request, GpuNode node) => FormattableString.Invariant(
        $"estimate: roofline of {request.Model.Name} in {request.Weights.ToString().ToLowerInvariant()} on {request.Gpus} × {node.Gpu.Id} ({AcceleratorSpeed.Of(node.Gpu.Id)!.GigabytesPerSecond} GB/s at {AcceleratorSpeed.BandwidthShare:P0}, {AcceleratorSpeed.Of(node.Gpu.Id)!.Teraflops} TFLOPS at {AcceleratorSpeed.ArithmeticShare:P0})");
}
