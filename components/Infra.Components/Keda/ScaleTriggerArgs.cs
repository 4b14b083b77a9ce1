using Pulumi;

namespace Infra.Components.Keda;

/// <summary>A trigger of a ScaledJob or a ScaledObject.</summary>
public sealed class ScaleTriggerArgs : ResourceArgs
{
    /// <summary>Name of the scaler, such as <c>aws-sqs-queue</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>Name of the trigger, for people. Default: none.</summary>
    [Input("name")]
    public Input<string>? Name { get; init; }

    /// <summary>How the answer becomes replicas: <c>AverageValue</c>, <c>Value</c> or, for CPU and memory, <c>Utilization</c>. Default: AverageValue.</summary>
    [Input("metricType")]
    public Input<string>? MetricType { get; init; }

    /// <summary>What the scaler asks for; all values are text.</summary>
    [Input("metadata", required: true)]
    public InputMap<string> Metadata { get; init; } = new();

    /// <summary>Who it asks as. Default: nobody.</summary>
    [Input("authenticationRef")]
    public Input<ScaleAuthenticationArgs>? AuthenticationRef { get; init; }
}

/// <summary>A trigger's reference to a <see cref="TriggerAuthentication"/>.</summary>
public sealed class ScaleAuthenticationArgs : ResourceArgs
{
    /// <summary>Its name, in the namespace of the trigger.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}
