namespace Infra.Core.Nodes;

/// <summary>Node labels that the project sets or reads.</summary>
public static class NodeLabels
{
    /// <summary>
    /// The pool that a node belongs to. Our own label, set by the node group, so that it is known before a node exists:
    /// labels of GPU feature discovery appear only on a running node and can't drive scale from zero.
    /// </summary>
    public const string Pool = "gpu-inference/pool";

    /// <summary>
    /// Says that a node has an NVIDIA GPU. The device plugin's chart schedules its daemon set by it where node feature
    /// discovery is not installed (chart 0.20.0, values.yaml, affinity).
    /// </summary>
    public const string NvidiaGpuPresent = "nvidia.com/gpu.present";

    /// <summary>Zone of a node (kubernetes.io well-known label).</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>
    /// Label prefixes that EKS refuses on a managed node group: those owned by Kubernetes and by EKS.
    /// Source: Amazon EKS API reference, CreateNodegroup, labels; read November 2026.
    /// </summary>
    public static readonly IReadOnlyList<string> ReservedPrefixes = ["kubernetes.io/", "k8s.io/", "eks.amazonaws.com/"];

    /// <summary>Whether EKS refuses the label on a managed node group.</summary>
    public static bool IsReserved(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return false;
        }

        var prefix = key[..(slash + 1)];
        return ReservedPrefixes.Any(reserved =>
            prefix == reserved || prefix.EndsWith('.' + reserved, StringComparison.Ordinal));
    }
}
