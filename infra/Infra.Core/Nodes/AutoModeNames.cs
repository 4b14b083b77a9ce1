using System.Collections.Immutable;

namespace Infra.Core.Nodes;

/// <summary>Names of what EKS Auto Mode brings to a cluster itself (EKS user guide, "Enable or disable built-in NodePools" and "Create a Node Class for Amazon EKS").</summary>
public static class AutoModeNames
{
    /// <summary>Its node pools: "system" is tainted for critical add-ons, all other controllers run on "general-purpose".</summary>
    public static ImmutableArray<string> NodePools { get; } = ["general-purpose", "system"];

    private const string NodeClass = "default";

    /// <summary>The complaint about the name of a pool; null if it is free.</summary>
    /// <param name="pool">Name of a pool, whose node pool and node class have it too.</param>
    public static string? Problem(string pool) =>
        pool == NodeClass || NodePools.Contains(pool)
            ? $"'{pool}' is the name of a node {(pool == NodeClass ? "class" : "pool")} that EKS Auto Mode brings itself; choose another name"
            : null;
}
