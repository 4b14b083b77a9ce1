using Pulumi;

namespace Infra.Components.Chaos;

/// <summary>File operations of pods are late.</summary>
public sealed class IoChaosArgs : ResourceArgs
{
    /// <summary><c>latency</c>.</summary>
    [Input("action", required: true)]
    public required Input<string> Action { get; init; }

    /// <summary><c>one</c> or <c>all</c> of the pods.</summary>
    [Input("mode", required: true)]
    public required Input<string> Mode { get; init; }

    /// <summary>The pods.</summary>
    [Input("selector", required: true)]
    public required Input<ChaosSelectorArgs> Selector { get; init; }

    /// <summary>Where the volume is mounted.</summary>
    [Input("volumePath", required: true)]
    public required Input<string> VolumePath { get; init; }

    /// <summary>How late each operation is, e.g. <c>500ms</c>.</summary>
    [Input("delay", required: true)]
    public required Input<string> Delay { get; init; }

    /// <summary>How long, e.g. <c>2m</c>.</summary>
    [Input("duration", required: true)]
    public required Input<string> Duration { get; init; }
}
