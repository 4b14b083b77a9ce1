using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Serving.Mesh;

/// <summary>Inputs of <see cref="Telemetry"/>.</summary>
public sealed class TelemetryArgs() : CustomResourceArgs("telemetry.istio.io/v1", "Telemetry")
{
    /// <summary>What is told.</summary>
    [Input("spec", required: true)]
    public required Input<TelemetrySpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="Telemetry"/>.</summary>
public sealed class TelemetrySpecArgs : ResourceArgs
{
    /// <summary>Whose proxies.</summary>
    [Input("selector", required: true)]
    public required Input<WorkloadSelectorArgs> Selector { get; init; }

    /// <summary>Which calls are logged.</summary>
    [Input("accessLogging", required: true)]
    public InputList<AccessLoggingArgs> AccessLogging { get; init; } = new();

    /// <summary>Which calls traces are made of.</summary>
    [Input("tracing", required: true)]
    public InputList<TracingArgs> Tracing { get; init; } = new();
}

/// <summary>Whose proxies.</summary>
public sealed class WorkloadSelectorArgs : ResourceArgs
{
    /// <summary>Labels of their pods.</summary>
    [Input("matchLabels", required: true)]
    public InputMap<string> MatchLabels { get; init; } = new();
}

/// <summary>Which calls are logged.</summary>
public sealed class AccessLoggingArgs : ResourceArgs
{
    /// <summary>Those of which this is true.</summary>
    [Input("filter", required: true)]
    public required Input<AccessLoggingFilterArgs> Filter { get; init; }
}

/// <summary>A condition in the Common Expression Language.</summary>
public sealed class AccessLoggingFilterArgs : ResourceArgs
{
    /// <summary>The condition.</summary>
    [Input("expression", required: true)]
    public required Input<string> Expression { get; init; }
}

/// <summary>Which calls traces are made of.</summary>
public sealed class TracingArgs : ResourceArgs
{
    /// <summary>So many in a hundred, by chance.</summary>
    [Input("randomSamplingPercentage", required: true)]
    public required Input<double> RandomSamplingPercentage { get; init; }
}
