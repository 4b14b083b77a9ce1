using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>Where a file system has its addresses, and who may use them.</summary>
public sealed class VolumeNetworkArgs : ResourceArgs
{
    /// <summary>The VPC.</summary>
    [Input("vpcId", required: true)]
    public required Input<string> VpcId { get; init; }

    /// <summary>Security group of the nodes.</summary>
    [Input("nodeSecurityGroupId", required: true)]
    public required Input<string> NodeSecurityGroupId { get; init; }

    /// <summary>Zones with a subnet each.</summary>
    [Input("zones", required: true)]
    public required List<NodeZoneArgs> Zones { get; init; }
}
