using Infra.Core.Configuration;

namespace Infra.Core.Network;

/// <summary>
/// Addresses outside AWS that an EKS cluster may reach as its hybrid nodes and their pods (EKS user guide, "Prepare networking for hybrid nodes"; EKS API,
/// RemoteNetworkConfigRequest).
/// </summary>
public static class RemoteNetworkRules
{
    private static readonly Ipv4Network[] _allowed =
        [new(10u << 24, 8), new((172u << 24) | (16u << 16), 12), new((192u << 24) | (168u << 16), 16), PodRanges.Allowed];

    /// <summary>Adds a problem for each block that a cluster can't have.</summary>
    /// <param name="nodes">Blocks of nodes, and the path of their list.</param>
    /// <param name="pods">Blocks of pods, and the path of their list.</param>
    /// <param name="taken">Blocks of the cluster in AWS, each with what it is.</param>
    /// <param name="problems">Where the problems go.</param>
    public static void Check(
        (string Path, IReadOnlyList<Ipv4Network> Blocks) nodes,
        (string Path, IReadOnlyList<Ipv4Network> Blocks) pods,
        IEnumerable<(Ipv4Network Network, string Owner)> taken,
        ConfigProblems problems)
    {
        var all = taken.ToList();
        CheckBlocks(nodes.Path, nodes.Blocks, all, problems);
        CheckBlocks(pods.Path, pods.Blocks, all, problems);
    }

    private static void CheckBlocks(string path, IReadOnlyList<Ipv4Network> blocks, List<(Ipv4Network Network, string Owner)> taken, ConfigProblems problems)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var at = ConfigPath.Index(path, i);
            if (!_allowed.Any(range => range.Contains(blocks[i])))
            {
                problems.Add(at, $"{blocks[i]} is no private network that EKS takes; allowed: a part of {string.Join(", ", _allowed)}");
            }

            foreach (var (network, owner) in taken.Where(other => other.Network.Overlaps(blocks[i])))
            {
                problems.Add(at, $"{blocks[i]} overlaps {owner} {network}, so that traffic would not find its way; use addresses that nobody else has");
            }

            taken.Add((blocks[i], $"{at}, which is"));
        }
    }
}
