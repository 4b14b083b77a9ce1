using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Models;

namespace Infra.Core.Sizing;

/// <summary>Refuses what can't be served: with the numbers, and with what could be.</summary>
public static class MemoryFitRules
{
    /// <summary>Key of the format of the weights.</summary>
    public const string PrecisionKey = "precision";

    /// <summary>Key of the format of the KV cache.</summary>
    public const string KvCacheKey = "kvCache";

    /// <summary>Key of the longest request.</summary>
    public const string ContextKey = "context";

    /// <summary>Key of the GPUs that share every layer.</summary>
    public const string TensorParallelKey = "tensorParallel";

    /// <summary>Key of the nodes that share the layers.</summary>
    public const string PipelineParallelKey = "pipelineParallel";

    /// <summary>Checks a model on a node and adds everything that is wrong.</summary>
    /// <param name="path">Path of the model; problems are there and at keys below it.</param>
    /// <param name="request">The model and how it shall be served; its numbers are within their ranges.</param>
    /// <param name="node">The GPUs of its pool's smallest node.</param>
    /// <param name="region">The region whose prices count.</param>
    /// <param name="problems">Where the problems go.</param>
    /// <returns>The numbers; null where the split makes none.</returns>
    public static MemoryFit? Check(string path, MemoryRequest request, GpuNode node, string region, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(problems);
        if (node.Gpu.Manufacturer != "nvidia")
        {
            problems.Add(path, $"{node.Type.Name} has {node.Gpu.Name} devices, and how a model lies in their memory is not known here; use a pool with NVIDIA GPUs");
            return null;
        }

        CheckFormats(path, request, node, problems);
        CheckContext(path, request, problems);
        if (!IsSplit(path, request, node, problems))
        {
            return null;
        }

        var fit = MemoryFit.Of(request, node);
        if (!fit.Fits)
        {
            problems.Add(path, TooSmall(fit, InstanceFits.Of(InstanceCatalog.Default, request, node.Type.Architecture, region)));
        }

        return fit;
    }

    private static void CheckFormats(string path, MemoryRequest request, GpuNode node, ConfigProblems problems)
    {
        var gpu = $"{node.Gpu.Name} GPUs ({node.Gpu.Architecture}, compute capability {node.Gpu.ComputeCapability})";
        if (!request.Weights.RunsOn(node.Gpu))
        {
            var able = InstanceCatalog.Default.Models.Where(model => model.Manufacturer == "nvidia" && request.Weights.RunsOn(model)).Select(model => model.Name).Distinct();
            problems.Add(
                ConfigPath.Key(path, PrecisionKey),
                $"{request.Weights.Name()} doesn't run on {gpu}; these run {string.Join(", ", GpuRules.Formats(request.Model, node.Gpu))}; GPUs for {request.Weights.Name()}: {string.Join(", ", able)}");
        }

        else if (!request.Model.RunsOn(request.Weights, node.Gpu))
        {
            problems.Add(
                ConfigPath.Key(path, PrecisionKey),
                $"{request.Model.Name} needs bfloat16: its numbers overflow in {request.Weights.Name()} on {gpu}; it runs there in {string.Join(", ", GpuRules.Formats(request.Model, node.Gpu))}, in bf16 on GPUs from Ampere on");
        }

        if (!GpuRules.Runs(request.KvCache, node.Gpu))
        {
            problems.Add(ConfigPath.Key(path, KvCacheKey), $"an fp8 cache needs GPUs that compute in FP8, but {node.Type.Name} has {gpu}; use auto");
        }
    }

    private static void CheckContext(string path, MemoryRequest request, ConfigProblems problems)
    {
        if (request.Model.MaxContext is { } most && request.Context > most)
        {
            problems.Add(ConfigPath.Key(path, ContextKey), $"{request.Context} tokens, but {request.Model.Name} was made for up to {most}; lower it");
        }
    }

    private static bool IsSplit(string path, MemoryRequest request, GpuNode node, ConfigProblems problems)
    {
        var before = problems.Count;
        var (tensor, stages) = (request.TensorParallel, request.PipelineParallel);
        if (ParallelSplit.Obstacles(request.Model, node, tensor).ToList() is { Count: > 0 } obstacles)
        {
            problems.Add(
                ConfigPath.Key(path, TensorParallelKey),
                $"{tensor} GPUs can't share the model: {string.Join("; ", obstacles)}; allowed: {string.Join(", ", ParallelSplit.Allowed(request.Model, node))}");
        }

        if (stages > 1 && request.Model.Attention is null)
        {
            problems.Add(ConfigPath.Key(path, PipelineParallelKey), $"{request.Model.Name} has no layers that nodes could share; remove it");
        }
        else if (stages > (request.Model.Attention?.Layers ?? 1))
        {
            problems.Add(ConfigPath.Key(path, PipelineParallelKey), $"{stages} nodes can't share the {request.Model.Attention!.Layers} layers of {request.Model.Name}; use no more nodes than layers");
        }

        return problems.Count == before;
    }

    private static string TooSmall(MemoryFit fit, InstanceFits elsewhere)
    {
        var (request, node, takes) = (fit.Request, fit.Node, fit.PerGpu);
        var basis = request.Model.WeightBasis(request.Weights) == FactBasis.Estimated && request.Weights.IsFloor() ? "at least " : "";
        var requests = takes.KvCache.Bytes > 0 ? $" for {Counted.Of(request.Concurrency, "request")} of {request.Context} tokens" : "";
        return $"{request.Model.Name} in {request.Weights.Name()} needs {Gibibytes.OrMore(takes.Total)} on {(request.Gpus == 1 ? "its GPU" : $"each of {request.Gpus} GPUs")}: "
            + $"weights {basis}{Gibibytes.Text(takes.Weights)}, KV cache {Gibibytes.Text(takes.KvCache)}{requests}, overhead about {Gibibytes.Text(takes.Overhead)}; "
            + $"{node.Gpu.Name} GPUs of {node.Type.Name} have {Gibibytes.OrLess(fit.Budget)} ({request.MemoryUtilization} of {Gibibytes.Text(node.Memory)}); {Smaller(fit)}{elsewhere}";
    }

    // Fewer or shorter requests help only where at least one has room.
    private static string Smaller(MemoryFit fit)
    {
        var ways = new List<string>();
        if (fit.MaxContext is > 0 and var context && context < fit.Request.Context)
        {
            ways.Add($"context {context}");
        }

        if (fit.MaxConcurrency is > 0 and var concurrency && concurrency < fit.Request.Concurrency)
        {
            ways.Add($"concurrency {concurrency}");
        }

        return ways.Count == 0 ? "" : $"here fits {string.Join(" or ", ways)}; ";
    }
}
