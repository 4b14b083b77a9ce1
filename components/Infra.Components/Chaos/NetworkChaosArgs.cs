using Pulumi;

namespace Infra.Components.Chaos;

/// <summary>What pods send is lost.</summary>
public sealed class NetworkChaosArgs : ResourceArgs
{
    /// <summary><c>loss</c>.</summary>
    [Input("action", required: true)]
    public required Input<string> Action { get; init; }

    /// <summary><c>one</c> or <c>all</c> of the pods.</summary>
    [Input("mode", required: true)]
    public required Input<string> Mode { get; init; }

    /// <summary>The pods.</summary>
    [Input("selector", required: true)]
    public required Input<ChaosSelectorArgs> Selector { get; init; }

    /// <summary>How much is lost.</summary>
    [Input("loss", required: true)]
    public required Input<NetworkLossArgs> Loss { get; init; }

    /// <summary>How long, e.g. <c>2m</c>.</summary>
    [Input("duration", required: true)]
    public required Input<string> Duration { get; init; }
}

/// <summary>How much of what pods send is lost.</summary>
public sealed class NetworkLossArgs : ResourceArgs
{
    /// <summary>Per cent.</summary>
    [Input("loss", required: true)]
    public required Input<string> Loss { get; init; }
}
