namespace Infra.Stacks.Configuration;

/// <summary>Who tells Kubernetes about the GPUs of the stack's pools, and watches them.</summary>
public sealed record AcceleratorsConfig
{
    /// <summary>
    /// Who advertises NVIDIA GPUs. Default: devicePlugin where an image doesn't bring a plugin of its own. The GPU operator is the one that cuts
    /// GPUs into pieces (MIG); it brings its own device plugin and DCGM exporter.
    /// </summary>
    public NvidiaSoftware? Nvidia { get; init; }

    /// <summary>
    /// Whether GPU feature discovery labels nodes with model, memory and driver of their GPUs. Default: false; the GPU operator always does.
    /// </summary>
    public bool FeatureDiscovery { get; init; }

    /// <summary>Whether the DCGM exporter publishes metrics of NVIDIA GPUs. Default: false; the GPU operator always does.</summary>
    public bool DcgmExporter { get; init; }
}

/// <summary>Software that advertises NVIDIA GPUs.</summary>
public enum NvidiaSoftware
{
    /// <summary>NVIDIA's device plugin alone.</summary>
    DevicePlugin,

    /// <summary>NVIDIA's GPU operator.</summary>
    GpuOperator,
}
