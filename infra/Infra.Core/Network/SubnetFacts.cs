namespace Infra.Core.Network;

/// <summary>What AWS takes or asks for in a subnet, each with the place where it was read.</summary>
public static class SubnetFacts
{
    /// <summary>Addresses of every subnet that AWS keeps: the first four and the last (VPC user guide, subnet sizing).</summary>
    public const int Reserved = 5;

    /// <summary>The smallest subnet and VPC, a /28 (VPC user guide, VPC CIDR blocks).</summary>
    public const int SmallestSubnet = 16;

    /// <summary>Prefix of the largest VPC (VPC user guide, VPC CIDR blocks).</summary>
    public const int LargestVpcPrefix = 16;

    /// <summary>
    /// Addresses that EKS wants free in a subnet for its control plane: 6 at least, 16 recommended, because an upgrade makes
    /// new interfaces before it deletes the old ones (EKS user guide, network-reqs, read at 4d52b4d0 of 2024-12-18).
    /// </summary>
    public const int ControlPlane = 16;

    /// <summary>Addresses that a load balancer must find free in each of its subnets (Elastic Load Balancing, subnets for your load balancer; AWS load balancer controller 2.10, subnet discovery).</summary>
    public const int LoadBalancer = 8;

    /// <summary>The smallest subnet of a load balancer, a /27 (Elastic Load Balancing, subnets for your load balancer).</summary>
    public const int SmallestLoadBalancerSubnet = 32;
}
