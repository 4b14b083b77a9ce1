using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>A zone that a pool may use, as component input.</summary>
public sealed class NodeZoneArgs : ResourceArgs
{
    /// <summary>Name of the zone, e.g. <c>us-west-2a</c>. Plain: with a node group per zone it names resources.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>Subnet of the nodes in this zone.</summary>
    [Input("subnetId", required: true)]
    public required Input<string> SubnetId { get; init; }
}
