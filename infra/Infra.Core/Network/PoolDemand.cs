using System.Collections.Immutable;

namespace Infra.Core.Network;

/// <summary>The addresses that a pool of nodes may come to need.</summary>
/// <param name="Nodes">The greatest number of nodes; when a zone has no capacity, all of them may land in another one.</param>
/// <param name="PerNode">What each takes, of the type that takes most.</param>
/// <param name="Zones">The zones that it may launch nodes in.</param>
public sealed record PoolDemand(int Nodes, NodeAddresses PerNode, ImmutableArray<string> Zones)
{
    /// <summary>
    /// Nodes beyond the maximum that EKS launches while it updates a managed node group: the greater of twice the number of zones and the nodes
    /// that may be unavailable (EKS user guide, managed-node-update-behavior, read at 4d52b4d0 of 2024-12-18).
    /// </summary>
    /// <param name="zones">Zones of the node group.</param>
    /// <param name="maxUnavailable">Nodes that may be unavailable during the update.</param>
    public static int NodesOfUpdate(int zones, int maxUnavailable) => Math.Max(2 * zones, maxUnavailable);
}
