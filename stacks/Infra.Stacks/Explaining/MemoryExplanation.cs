using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Models;
using Infra.Core.Sizing;
using Infra.Core.Units;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Explaining;

/// <summary>What a language model takes of the GPUs that it may meet.</summary>
internal static class MemoryExplanation
{
    /// <summary>A section for each kind of GPU of the model's pools; none for a model whose shape nobody told us.</summary>
    public static IEnumerable<ExplanationSection> Of(PlatformSettings settings, ModelConfig model)
    {
        if (model.Llm is not { } llm || llm.Spec(model.Name) is not { } spec)
        {
            return [];
        }

        var request = LlmRules.Request(model.Name, llm, spec);
        return settings.Pools.Where(pool => pool.ExistingNodes is null && model.Pools.Contains(pool.Name))
            .SelectMany(pool => LlmRules.Nodes(PoolRules.Check(pool.Name, pool, settings, new ConfigProblems())))
            .GroupBy(node => (node.Gpu.Id, node.Memory))
            .Select(nodes => Section(MemoryFit.Of(request, nodes.First()), string.Join(", ", nodes.Select(node => node.Type.Name).Distinct())));
    }

    private static ExplanationSection Section(MemoryFit fit, string types)
    {
        var (request, gpu) = (fit.Request, fit.PerGpu);
        var split = request.Gpus == 1 ? "" : $", of the fullest of {request.Gpus} GPUs";
        return new ExplanationSection($"Memory of each GPU on {types}",
        [
            Line("weights", gpu.Weights, $"{Gibibytes.Text(request.Model.WeightBytes(request.Weights))} of {request.Model.Name} in {request.Weights.Name()}{split}"),
            Line(
                "kvCache", gpu.KvCache,
                $"{Counted.Of(request.Concurrency, "request")} of {request.Context} tokens in {request.KvCacheBits} bits{split}"),
            Line(
                "overhead", gpu.Overhead,
                $"activations {Gibibytes.Text(MemoryOverhead.Activations)}, CUDA context {Gibibytes.Text(request.Gpus > 1 ? MemoryOverhead.ContextWithPeers : MemoryOverhead.Context)} "
                + $"({MemoryOverhead.Source.Site}, {MemoryOverhead.Source.Path}), CUDA graphs {Gibibytes.Text(MemoryOverhead.CudaGraphs)} ({MemoryOverhead.CudaGraphSource.Site}, {MemoryOverhead.CudaGraphSource.Path})"),
            Line("needs", gpu.Total, "weights + kvCache + overhead"),
            Line("usable", fit.Node.Memory, $"of one {fit.Node.Gpu.Id}, or of the piece or share that the pool offers"),
            Line("mayTake", fit.Budget, FormattableString.Invariant($"usable × memoryUtilization {request.MemoryUtilization}")),
            Line("spare", new ByteSize(Math.Max(0, fit.Budget.Bytes - gpu.Total.Bytes)), $"mayTake - needs; vLLM fills it with KV cache, {MostRequests(fit)}"),
        ]);
    }

    private static string MostRequests(MemoryFit fit) => fit.MaxConcurrency is { } most ? $"then enough for {Counted.Of((int)Math.Min(most, int.MaxValue), "request")} of that length" : "which the model doesn't need";

    private static ExplanationLine Line(string name, ByteSize size, string how) => new(name, decimal.Round(size.Bytes / (decimal)(1L << 30), 2), "GiB", how);
}
