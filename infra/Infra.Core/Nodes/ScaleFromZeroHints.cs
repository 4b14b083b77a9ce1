using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Core.Nodes;

/// <summary>
/// Tags of an EKS managed node group from which Cluster Autoscaler learns what a node of it will offer while there is none.
/// </summary>
/// <remarks>
/// With <c>eks:DescribeNodegroup</c> it reads labels, taints and tags of a node group that has no nodes: labels and taints need no
/// tag then, and resources named by tags of the node group win over those of the Auto Scaling group (kubernetes/autoscaler,
/// cloudprovider/aws/aws_manager.go, buildNodeFromTemplate, in 1.34.5 and 1.35.2). From the instance type it knows processors,
/// memory and whole NVIDIA GPUs alone: shared GPUs, EFA interfaces, Neuron devices and local storage are what the tags have to say.
/// EKS itself tags the Auto Scaling group with what discovery needs (EKS user guide, "Managed node groups concepts").
/// </remarks>
public static class ScaleFromZeroHints
{
    private const string Resources = "k8s.io/cluster-autoscaler/node-template/resources/";

    /// <summary>The tags for nodes that offer these amounts of these resources.</summary>
    /// <param name="resources">Amounts by resource name, e.g. <c>nvidia.com/gpu</c>.</param>
    public static ImmutableSortedDictionary<string, string> For(IEnumerable<KeyValuePair<string, int>> resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return resources.ToImmutableSortedDictionary(
            resource => Resources + resource.Key, resource => resource.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
