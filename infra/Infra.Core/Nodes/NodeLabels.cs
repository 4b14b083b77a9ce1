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
    /// Says that a node has an NVIDIA GPU. NVIDIA's charts (device plugin, DCGM exporter, GPU feature discovery) schedule by
    /// it where node feature discovery is not installed (k8s-device-plugin 0.20.0, values.yaml, affinity).
    /// </summary>
    public const string NvidiaGpuPresent = "nvidia.com/gpu.present";

    /// <summary>
    /// By this label Cluster Autoscaler knows a GPU node before its device plugin runs; without it, it takes the node for a
    /// useless one and launches a second (kubernetes/autoscaler, cloudprovider/aws, GPU label). The value says which GPU. With it, a
    /// node counts as not ready until it has an <c>nvidia.com/gpu</c> (processors/customresources/gpu_processor.go), so nodes that never
    /// get one must not have it.
    /// </summary>
    public const string Accelerator = "k8s.amazonaws.com/accelerator";

    /// <summary>
    /// Names the device plugin's configuration for a node, where its GPUs are shared; the plugin's config manager follows it
    /// (k8s-device-plugin 0.20.0, README, "Updating Per-Node Configuration With a Node Label").
    /// </summary>
    public const string DevicePluginConfig = "nvidia.com/device-plugin.config";

    /// <summary>
    /// Says that a node's GPUs are shared under the Multi-Process Service: the daemon that runs the service lands there only. GPU feature
    /// discovery would set it too, later and only where it is installed (k8s-device-plugin 0.20.0, templates/daemonset-mps-control-daemon.yml).
    /// </summary>
    public const string MpsCapable = "nvidia.com/mps.capable";

    /// <summary>
    /// Names the layout that the GPU operator's MIG manager cuts a node's GPUs into (NVIDIA/mig-parted, deployments/gpu-operator).
    /// </summary>
    public const string MigConfig = "nvidia.com/mig.config";

    /// <summary>Says <c>auto</c> on nodes of EKS Auto Mode (EKS user guide, "Create a storage class").</summary>
    public const string ComputeType = "eks.amazonaws.com/compute-type";

    /// <summary>Zone of a node (kubernetes.io well-known label).</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>Name of a node (kubernetes.io well-known label).</summary>
    public const string Hostname = "kubernetes.io/hostname";
}
