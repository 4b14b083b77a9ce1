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
}
