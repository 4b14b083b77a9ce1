namespace Infra.Core.Network;

/// <summary>What a subnet is for.</summary>
public enum SubnetRole
{
    /// <summary>Nodes, pods without a range of their own, endpoints, internal load balancers, EKS' control plane; its way out is NAT.</summary>
    Private,

    /// <summary>NAT gateways and public load balancers; its way out is the internet gateway.</summary>
    Public,

    /// <summary>Pods, in a range of their own (custom networking of the VPC CNI).</summary>
    Pods,
}
