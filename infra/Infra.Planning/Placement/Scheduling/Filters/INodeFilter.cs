namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>One of the scheduler's filters, by the same name.</summary>
internal interface INodeFilter
{
    /// <summary>The plugin's name.</summary>
    string Name { get; }

    /// <summary>Whether the verdict never changes, whatever lands where: it is then asked for once per kind of pods and of nodes.</summary>
    bool IsLasting { get; }

    /// <summary>Why the node doesn't take the pod, in the scheduler's words; null if it does.</summary>
    string? Refuse(PodKind pod, ClusterNode node, Cluster cluster);
}
