using Pulumi;

namespace Infra.Components.Serving;

/// <summary>What one replica of a model needs.</summary>
public sealed class ResourcesArgs : ResourceArgs
{
    /// <summary>CPU request as Kubernetes quantity, e.g. <c>2</c> or <c>500m</c>. There is no CPU limit: throttling adds latency and frees nothing.</summary>
    [Input("cpu", required: true)]
    public required string Cpu { get; init; }

    /// <summary>Memory request and limit as Kubernetes quantity, e.g. <c>8Gi</c>. Equal, so that a pod isn't killed for what it was promised.</summary>
    [Input("memory", required: true)]
    public required string Memory { get; init; }

    /// <summary>Devices of the pool's device resource, 0 or more. Default: 0.</summary>
    [Input("devices")]
    public int Devices { get; init; }
}
