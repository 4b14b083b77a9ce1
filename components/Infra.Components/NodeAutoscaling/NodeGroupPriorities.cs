using System.Globalization;

namespace Infra.Components.NodeAutoscaling;

/// <summary>
/// What Cluster Autoscaler's priority expander reads (kubernetes/autoscaler, cluster-autoscaler/expander/priority/readme.md), as the chart takes it
/// (templates/priority-expander-configmap.yaml).
/// </summary>
internal static class NodeGroupPriorities
{
    /// <summary>A number to patterns of names of Auto Scaling groups, of which the highest wins.</summary>
    /// <param name="nodeGroups">Names of EKS node groups, the preferred ones first.</param>
    public static Dictionary<string, object> Of(IReadOnlyList<string> nodeGroups)
    {
        // A group that matches nothing would be left out.
        var priorities = new Dictionary<string, object> { ["1"] = new object[] { ".*" } };
        for (var i = 0; i < nodeGroups.Count; i++)
        {
            // EKS names the group of a node group eks-NAME-UUID; with the beginning of that no name is the beginning of another.
            priorities[(10 * (nodeGroups.Count - i)).ToString(CultureInfo.InvariantCulture)] = new object[] { $"^eks-{nodeGroups[i]}-[0-9a-f]{{8}}-[0-9a-f]{{4}}-" };
        }

        return priorities;
    }
}
