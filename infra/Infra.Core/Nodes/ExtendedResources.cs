namespace Infra.Core.Nodes;

/// <summary>Extended resources that device plugins advertise and pods request.</summary>
public static class ExtendedResources
{
    /// <summary>A whole NVIDIA GPU (k8s-device-plugin, default resource name).</summary>
    public const string NvidiaGpu = "nvidia.com/gpu";

    /// <summary>
    /// A share of an NVIDIA GPU under a name of its own (k8s-device-plugin, <c>renameByDefault</c>). Pools of the stack don't have it; nodes that somebody else manages may.
    /// </summary>
    public const string NvidiaGpuShared = "nvidia.com/gpu.shared";

    /// <summary>A whole AMD GPU (ROCm/k8s-device-plugin at ed764684, README; resource naming strategy <c>single</c>).</summary>
    public const string AmdGpu = "amd.com/gpu";

    /// <summary>A whole Intel Gaudi accelerator (Intel Gaudi documentation, "Intel Gaudi Device Plugin for Kubernetes").</summary>
    public const string Gaudi = "habana.ai/gaudi";

    /// <summary>A whole Neuron device, with all its cores (AWS Neuron documentation, k8s-neuron-device-plugin).</summary>
    public const string Neuron = "aws.amazon.com/neuron";

    /// <summary>One core of a Neuron device; a pod asks for cores or for devices, not for both.</summary>
    public const string NeuronCore = "aws.amazon.com/neuroncore";

    /// <summary>An interface of the Elastic Fabric Adapter (aws-efa-k8s-device-plugin).</summary>
    public const string Efa = "vpc.amazonaws.com/efa";
}
