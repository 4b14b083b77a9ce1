using System.Text;

namespace Infra.Components.NodeAutoscaling;

/// <summary>What Cluster Autoscaler's priority expander reads (kubernetes/autoscaler, cluster-autoscaler/expander/priority/readme.md).</summary>
internal static class NodeGroupPriorities
{
    /// <summary>The document: a number to patterns of names of Auto Scaling groups, of which the highest wins.</summary>
    /// <param name="nodeGroups">Names of EKS node groups, the preferred ones first.</param>
    public static string Document(IReadOnlyList<string> nodeGroups)
    {
        // Whatever matches nothing would be left out.
        var document = new StringBuilder("1:\n- '.*'\n");
        for (var i = nodeGroups.Count - 1; i >= 0; i--)
        {
            // EKS names the group of a node group eks-NAME-UUID; with the beginning of that no name is the beginning of another.
            document.Append($"{10 * (nodeGroups.Count - i)}:\n- '^eks-{nodeGroups[i]}-[0-9a-f]{{8}}-[0-9a-f]{{4}}-'\n");
        }

        return document.ToString();
    }
}
