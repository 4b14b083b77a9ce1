namespace Infra.Core.Nodes;

/// <summary>Extended resources that device plugins advertise and pods request.</summary>
public static class ExtendedResources
{
    /// <summary>A whole NVIDIA GPU (k8s-device-plugin, default resource name).</summary>
    public const string NvidiaGpu = "nvidia.com/gpu";

    /// <summary>A Neuron device of Inferentia or Trainium (Neuron device plugin).</summary>
    public const string Neuron = "aws.amazon.com/neuron";

    /// <summary>A core of a Neuron device; a pod asks for devices or for cores.</summary>
    public const string NeuronCore = "aws.amazon.com/neuroncore";

    /// <summary>An interface of the Elastic Fabric Adapter (aws-efa-k8s-device-plugin).</summary>
    public const string Efa = "vpc.amazonaws.com/efa";
}
