using Pulumi;

namespace Infra.Components.Chaos;

/// <summary>An experiment of <see cref="ChaosMesh"/>.</summary>
public sealed class ExperimentArgs : ResourceArgs
{
    /// <summary>Name of the object; a DNS label, unique.</summary>
    [Input("experiment", required: true)]
    public required string Experiment { get; init; }

    /// <summary>What is broken: <c>killPod</c>, <c>loseNodes</c>, <c>slowStorage</c> or <c>cutZone</c>.</summary>
    [Input("kind", required: true)]
    public required string Kind { get; init; }

    /// <summary>The model, for <c>killPod</c> and <c>slowStorage</c>.</summary>
    [Input("model")]
    public string? Model { get; init; }

    /// <summary>Labels of the nodes, for <c>loseNodes</c> and <c>cutZone</c>.</summary>
    [Input("nodes")]
    public Dictionary<string, string> Nodes { get; init; } = [];

    /// <summary>Where the model's volume is mounted, for <c>slowStorage</c>.</summary>
    [Input("volumePath")]
    public string? VolumePath { get; init; }

    /// <summary>Milliseconds by which each file operation is late, for <c>slowStorage</c>.</summary>
    [Input("delayMilliseconds")]
    public int? DelayMilliseconds { get; init; }

    /// <summary>Seconds that it lasts, for <c>slowStorage</c> and <c>cutZone</c>.</summary>
    [Input("durationSeconds")]
    public int? DurationSeconds { get; init; }

    /// <summary>When it runs, as a cron expression of five fields in UTC. Default: never, until somebody takes the pause off.</summary>
    [Input("cron")]
    public string? Cron { get; init; }
}
