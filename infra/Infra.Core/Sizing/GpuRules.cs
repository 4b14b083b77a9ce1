using Infra.Core.Catalog;
using Infra.Core.Models;

namespace Infra.Core.Sizing;

/// <summary>Which formats a generation of GPUs runs.</summary>
internal static class GpuRules
{
    public static bool Runs(MemoryRequest request, AcceleratorModel gpu) => request.Model.RunsOn(request.Weights, gpu) && Runs(request.KvCache, gpu);

    // vLLM scales an FP8 cache on GPUs that compute in FP8; what older ones do differs from kernel to kernel.
    public static bool Runs(KvCachePrecision cache, AcceleratorModel gpu) => cache == KvCachePrecision.Auto || gpu.Precisions.Contains(Precision.Fp8);

    /// <summary>The formats in which a GPU runs a model, widest first.</summary>
    public static IEnumerable<string> Formats(ModelSpec model, AcceleratorModel gpu) => WeightPrecisions.All.Where(format => model.RunsOn(format, gpu)).Select(format => format.Name());
}
