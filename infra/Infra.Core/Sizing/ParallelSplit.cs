using Infra.Core.Models;

namespace Infra.Core.Sizing;

/// <summary>Which tensor-parallel sizes a model and a node allow.</summary>
public static class ParallelSplit
{
    /// <summary>The sizes that both allow, smallest first: those that divide the node's GPUs and the model's heads. Models without attention stay on one GPU.</summary>
    /// <param name="model">The model.</param>
    /// <param name="node">The GPUs.</param>
    public static IEnumerable<int> Allowed(ModelSpec model, GpuNode node)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(node);
        return Enumerable.Range(1, node.Count).Where(size => !Obstacles(model, node, size).Any());
    }

    /// <summary>What stands against a size, as clauses for a message; empty if it is allowed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="node">The GPUs.</param>
    /// <param name="size">GPUs that share every layer.</param>
    public static IEnumerable<string> Obstacles(ModelSpec model, GpuNode node, int size)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(node);
        if (node.Count % size != 0)
        {
            var gpus = Counted.Of(node.Count, "GPU");
            yield return size > node.Count ? $"a pod on {node.Type.Name} can split a model over no more than {gpus}" : $"{node.Type.Name} has {gpus}, and some would stay behind";
        }

        if (size == 1)
        {
            yield break;
        }

        if (model.Attention is not { } attention)
        {
            yield return $"{model.Name} has no attention heads to divide";
            yield break;
        }

        if (attention.Heads % size != 0)
        {
            yield return $"{model.Name} has {attention.Heads} attention heads, which can't be divided by {size}";
        }

        // More GPUs than key/value heads hold copies of them, which must come out even too.
        if (attention.KvHeads > 0 && attention.KvHeads % size != 0 && size % attention.KvHeads != 0)
        {
            yield return $"{model.Name} has {attention.KvHeads} key/value heads, which can neither be divided by {size} nor copied evenly";
        }
    }
}
