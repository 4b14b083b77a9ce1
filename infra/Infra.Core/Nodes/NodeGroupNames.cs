using System.Collections.Immutable;
using Infra.Core.Naming;

namespace Infra.Core.Nodes;

/// <summary>Names of a pool's EKS node groups.</summary>
public static class NodeGroupNames
{
    /// <summary>One name, or one per zone in the order of the zones.</summary>
    /// <param name="name">Name of a node group over all zones.</param>
    /// <param name="zones">Zones with a node group each; empty for one group.</param>
    public static ImmutableArray<string> Of(string name, IReadOnlyCollection<string> zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        return zones.Count == 0 ? [name] : [.. zones.Select(zone => NameRules.EksNodeGroup.Derive(name, zone))];
    }
}
