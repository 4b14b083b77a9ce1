namespace Infra.Core.Nodes;

/// <summary>Extended resources that device plugins advertise and pods request.</summary>
public static class ExtendedResources
{
    /// <summary>A whole NVIDIA GPU (k8s-device-plugin, default resource name).</summary>
    public const string NvidiaGpu = "nvidia.com/gpu";

    /// <summary>An EFA interface (aws-efa-k8s-device-plugin).</summary>
    public const string Efa = "vpc.amazonaws.com/efa";
}
