using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>How EKS replaces a pool's nodes when AMI release or launch template change, as component input.</summary>
public sealed class NodeUpdateArgs : ResourceArgs
{
    /// <summary>Nodes that may be away at once, 1 to 100. Default: 1, unless the percentage is set.</summary>
    [Input("maxUnavailable")]
    public int? MaxUnavailable { get; init; }

    /// <summary>Percentage of the nodes that may be away at once, 1 to 100. Excludes <see cref="MaxUnavailable"/>.</summary>
    [Input("maxUnavailablePercentage")]
    public int? MaxUnavailablePercentage { get; init; }

    /// <summary>
    /// <c>MINIMAL</c> ends old nodes before it launches new ones, and so needs no spare GPU; <c>DEFAULT</c> launches first. Default: <c>MINIMAL</c>.
    /// </summary>
    [Input("strategy")]
    public string Strategy { get; init; } = "MINIMAL";
}
