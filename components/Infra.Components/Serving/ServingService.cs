using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Serving;

/// <summary>The Service in front of a model's pods.</summary>
internal static class ServingService
{
    /// <summary>The Service's inputs.</summary>
    public static CoreV1.ServiceArgs For(ServingSpec spec)
    {
        var service = new CoreV1.ServiceSpecArgs
        {
            Selector = spec.Labels.Selector,
            Ports = { Port(ServingPod.HttpPortName, spec.Runtime.HttpPort) },
        };
        if (spec.Runtime.GrpcPort is { } grpc)
        {
            service.Ports.Add(Port(ServingPod.GrpcPortName, grpc));
        }

        if (spec.Runtime.Metrics?.Port is { } metrics)
        {
            service.Ports.Add(Port(ServingPod.MetricsPortName, metrics));
        }

        return new CoreV1.ServiceArgs { Metadata = spec.Metadata(), Spec = service };
    }

    /// <summary>The Service's address inside the cluster.</summary>
    public static Output<string> Url(ServingSpec spec) => Output.Format($"http://{spec.Args.Model}.{spec.Args.Namespace}.svc:{spec.Runtime.HttpPort}");

    private static CoreV1.ServicePortArgs Port(string name, int port) => new() { Name = name, Port = port, TargetPort = name };
}
