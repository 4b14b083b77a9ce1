namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>What is requested has to be left: CPU, memory, disk, devices, and a place among the node's pods (noderesources, fit.go).</summary>
internal sealed class NodeResourcesFit : INodeFilter
{
    public string Name => nameof(NodeResourcesFit);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster)
    {
        if (Fits(pod.Requests, node.Free))
        {
            return null;
        }

        return string.Join(", ", Enumerable.Range(0, pod.Requests.Length).Where(i => pod.Requests[i] > 0 && pod.Requests[i] > node.Free[i])
            .Select(i => cluster.Resources[i] == ResourceNames.Pods ? "Too many pods" : $"Insufficient {cluster.Resources[i]}"));
    }

    /// <summary>Whether nothing is lacking. Of what isn't requested there may be less than none: another's request is no concern of the pod.</summary>
    public static bool Fits(long[] requests, long[] free)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            if (requests[i] > 0 && requests[i] > free[i])
            {
                return false;
            }
        }

        return true;
    }
}
