namespace Infra.Components.Network;

/// <summary>Tags by which controllers find subnets.</summary>
internal static class SubnetTags
{
    /// <summary>Where AWS Load Balancer Controller puts load balancers that face the internet (its guide, "Subnet auto-discovery").</summary>
    public const string PublicLoadBalancers = "kubernetes.io/role/elb";

    /// <summary>Where it puts internal ones.</summary>
    public const string InternalLoadBalancers = "kubernetes.io/role/internal-elb";

    /// <summary>By which an EC2NodeClass finds the subnets of its cluster (Karpenter documentation, "Getting started").</summary>
    public const string Karpenter = "karpenter.sh/discovery";

    /// <summary>Value of the tags of roles.</summary>
    public const string Yes = "1";
}
