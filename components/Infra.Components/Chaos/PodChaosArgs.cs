using Pulumi;

namespace Infra.Components.Chaos;

/// <summary>Pods are killed.</summary>
public sealed class PodChaosArgs : ResourceArgs
{
    /// <summary><c>pod-kill</c>.</summary>
    [Input("action", required: true)]
    public required Input<string> Action { get; init; }

    /// <summary><c>one</c> or <c>all</c> of the pods.</summary>
    [Input("mode", required: true)]
    public required Input<string> Mode { get; init; }

    /// <summary>The pods.</summary>
    [Input("selector", required: true)]
    public required Input<ChaosSelectorArgs> Selector { get; init; }

    /// <summary>Seconds of warning.</summary>
    [Input("gracePeriod", required: true)]
    public required Input<int> GracePeriod { get; init; }
}
