using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;

namespace Infra.Components.Serving.KServe;

/// <summary>By what a component of an <see cref="KServeInferenceService"/> is scaled.</summary>
public sealed class KServeAutoScalingArgs : ResourceArgs
{
    /// <summary>Metrics; the one that asks for the most pods wins.</summary>
    [Input("metrics", required: true)]
    public InputList<KServeMetricArgs> Metrics { get; init; } = new();
}

/// <summary>A metric that pods are scaled by.</summary>
public sealed class KServeMetricArgs : ResourceArgs
{
    /// <summary><c>Resource</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>The resource and how much of it may be used.</summary>
    [Input("resource", required: true)]
    public required Input<ResourceMetricSourceArgs> Resource { get; init; }
}
