using Infra.Components.Serving.Backends;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>The Service in front of a model's pods.</summary>
internal static class ServingService
{
    /// <summary>The Service's inputs.</summary>
    public static CoreV1.ServiceArgs For(ServingSpec spec) => For(spec, spec.Labels.Selector);

    /// <summary>The Service's inputs.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="selector">Labels of the pods that are called.</param>
    public static CoreV1.ServiceArgs For(ServingSpec spec, IReadOnlyDictionary<string, string> selector) => new()
    {
        Metadata = Await.Built(spec),
        Spec = new CoreV1.ServiceSpecArgs { Selector = selector.ToDictionary(), Ports = Ports(spec) },
    };

    /// <summary>The Service's inputs for an operator that selects the pods itself.</summary>
    public static CoreV1.ServiceArgs WithoutSelector(ServingSpec spec) => new() { Metadata = spec.Metadata(), Spec = new CoreV1.ServiceSpecArgs { Ports = Ports(spec) } };

    private static InputList<CoreV1.ServicePortArgs> Ports(ServingSpec spec)
    {
        var ports = new InputList<CoreV1.ServicePortArgs> { Port(ServingPod.HttpPortName, spec.Runtime.HttpPort) };
        if (spec.Runtime.GrpcPort is { } grpc)
        {
            ports.Add(Port(ServingPod.GrpcPortName, grpc));
        }

        if (spec.Runtime.Metrics?.Port is { } metrics)
        {
            ports.Add(Port(ServingPod.MetricsPortName, metrics));
        }

        return ports;
    }

    private static CoreV1.ServicePortArgs Port(string name, int port) => new() { Name = name, Port = port, TargetPort = name };
}
