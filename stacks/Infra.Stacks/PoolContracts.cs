using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>What the pools of an environment promise, from its configuration alone.</summary>
internal static class PoolContracts
{
    /// <summary>The contract of every pool, by name.</summary>
    /// <param name="settings">The configuration, checked.</param>
    public static ImmutableSortedDictionary<string, PoolContract> Of(PlatformSettings settings) => settings.Pools
        .Select(pool => Of(pool, settings))
        .Concat(settings.EdgePools.Select(pool => PoolContract.ForEdge(pool.Name, pool.Accelerator, pool.DevicesPerNode, pool.Labels, pool.Taints.Select(taint => taint.ToTaint()))))
        .ToImmutableSortedDictionary(contract => contract.Name, contract => contract, StringComparer.Ordinal);

    /// <summary>The contract of nodes that are there already.</summary>
    /// <param name="pool">Name of the pool.</param>
    /// <param name="nodes">What the configuration says of them.</param>
    public static PoolContract OfExisting(string pool, ExistingNodesConfig nodes) =>
        PoolContract.ForExistingNodes(pool, nodes.Labels, nodes.Taints.Select(taint => taint.ToTaint()), nodes.GpusPerNode, nodes.Accelerator);

    private static PoolContract Of(PoolConfig pool, PlatformSettings settings)
    {
        if (pool.ExistingNodes is { } nodes)
        {
            return OfExisting(pool.Name, nodes);
        }

        var node = NodePoolRules.Check(pool.Name, PoolSpecs.Of(pool, settings), new ConfigProblems());
        return PoolContract.ForAccelerators(pool.Name, node.InstanceTypes, pool.Labels, pool.Taints.Select(taint => taint.ToTaint()), node.Sharing, pool.Efa, node.Ami!);
    }
}
