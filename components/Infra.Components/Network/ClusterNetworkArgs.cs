using Pulumi;

namespace Infra.Components.Network;

/// <summary>Inputs of <see cref="ClusterNetwork"/>.</summary>
public sealed class ClusterNetworkArgs : ResourceArgs
{
    /// <summary>Name of the cluster in the network; subnets carry it for discovery by Karpenter, and the flow logs are named after it.</summary>
    [Input("clusterName", required: true)]
    public required string ClusterName { get; init; }

    /// <summary>AWS region, e.g. <c>us-west-2</c>.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>AWS account, twelve digits.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>IPv4 addresses of the VPC in CIDR notation, /16 to /22. Changing them replaces the VPC.</summary>
    [Input("cidr", required: true)]
    public required string Cidr { get; init; }

    /// <summary>
    /// Further IPv4 addresses of the VPC in CIDR notation, for pods alone, /16 to /22 out of 100.64.0.0/10. Default: none; pods live in the private
    /// subnets. Every zone then has a subnet of pods. Changing them replaces these subnets.
    /// </summary>
    [Input("podCidr")]
    public string? PodCidr { get; init; }

    /// <summary>The zones, each once; at least one of them has a NAT gateway. Plain: they decide the number and names of subnets.</summary>
    [Input("zones", required: true)]
    public required List<NetworkZoneArgs> Zones { get; init; }

    /// <summary>
    /// AWS services that are reached over interface endpoints instead of NAT, by the last part of their service name, e.g. <c>ecr.api</c>. Default:
    /// none. S3 is always reached over a gateway endpoint, which costs nothing.
    /// </summary>
    [Input("interfaceEndpoints")]
    public List<string> InterfaceEndpoints { get; init; } = [];

    /// <summary>Days that flow logs are kept; one of the numbers that CloudWatch Logs allows. Default: 30; null switches them off.</summary>
    [Input("flowLogDays")]
    public int? FlowLogDays { get; init; } = DefaultFlowLogDays;

    /// <summary>Default of <see cref="FlowLogDays"/>.</summary>
    public const int DefaultFlowLogDays = 30;
}
