using System.Globalization;
using Infra.Core.Catalog;

namespace Infra.Core.Sizing;

/// <summary>An instance type that a model fits, with the smallest split.</summary>
/// <param name="Type">The instance type.</param>
/// <param name="Fit">The split and its numbers.</param>
/// <param name="UsdPerHour">On-demand price of all its nodes, whole, in US dollars per hour; null where nobody confirmed one.</param>
public sealed record InstanceFit(InstanceType Type, MemoryFit Fit, decimal? UsdPerHour)
{
    /// <summary>Nodes that the model spans.</summary>
    public int Nodes => Fit.Request.PipelineParallel;

    /// <summary>What to configure, as one clause for a message: <c>2 x p5.48xlarge with tensorParallel 8 and pipelineParallel 2</c>.</summary>
    public override string ToString()
    {
        var (nodes, tensor) = (Nodes, Fit.Request.TensorParallel);
        var pipeline = nodes > 1 ? $"{(tensor > 1 ? " and" : " with")} pipelineParallel {nodes}" : "";
        return $"{(nodes > 1 ? $"{nodes} x " : "")}{Type.Name}{(tensor > 1 ? $" with tensorParallel {tensor}" : "")}{pipeline}";
    }

    /// <summary>The same with the price.</summary>
    /// <param name="region">The region of the price.</param>
    public string WithPrice(string region) =>
        UsdPerHour is { } usd ? string.Create(CultureInfo.InvariantCulture, $"{this} ({usd:0.00##} USD/h in {region})") : $"{this} (no price known in {region})";

    /// <summary>The smallest split on one node of a type; null where none has the room, or its GPUs don't run the format.</summary>
    /// <param name="type">An instance type with whole NVIDIA GPUs.</param>
    /// <param name="request">The model and how it shall be served; its own split doesn't count.</param>
    /// <param name="region">The region whose on-demand price counts.</param>
    public static InstanceFit? Smallest(InstanceType type, MemoryRequest request, string region)
    {
        ArgumentNullException.ThrowIfNull(request);
        var node = GpuNode.Of(type);
        return First(type, ParallelSplit.Allowed(request.Model, node).Select(tensor => request with { TensorParallel = tensor, PipelineParallel = 1 }), node, region);
    }

    /// <summary>The first of several splits that fits.</summary>
    internal static InstanceFit? First(InstanceType type, IEnumerable<MemoryRequest> splits, GpuNode node, string region)
    {
        var fit = splits.Where(split => GpuRules.Runs(split, node.Gpu)).Select(split => MemoryFit.Of(split, node)).FirstOrDefault(fit => fit.Fits);
        return fit is null ? null : new InstanceFit(type, fit, type.OnDemandPrice(region)?.UsdPerHour * fit.Request.PipelineParallel);
    }
}
