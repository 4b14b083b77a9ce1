using System.Collections.Immutable;
using Infra.Components.Network;
using Infra.Core.Configuration;
using Infra.Core.Network;

namespace Infra.Stacks.Configuration;

/// <summary>
/// The network of a new cluster: a VPC that the stack makes and divides by itself so that the pools' nodes and pods fit, or one that exists.
/// </summary>
public sealed record NetworkConfig : IConfigRules
{
    /// <summary>Default of <c>cidr</c>.</summary>
    internal static readonly Ipv4Network DefaultCidr = new(10u << 24, SubnetFacts.LargestVpcPrefix);

    /// <summary>Addresses of the VPC, a /16 to /22. Default: 10.0.0.0/16. Changing them replaces the VPC.</summary>
    public Ipv4Network Cidr { get; init; } = DefaultCidr;

    /// <summary>
    /// Further addresses of the VPC for pods alone, a /16 to /22 out of 100.64.0.0/10, where its own don't hold all pods of the pools' nodes. Default: none;
    /// pods live in the subnets of the nodes. With them (custom networking of the VPC CNI) a node's first interface serves the node alone, so that without
    /// prefixDelegation a node has fewer pods. Nodes that run already keep their pods where they are: replace them after a change.
    /// </summary>
    public Ipv4Network? PodCidr { get; init; }

    /// <summary>
    /// Whether pods get their addresses out of /28 prefixes: up to 110 pods on a small node and 250 on one of 30 vCPUs or more, for more addresses per
    /// node. Default: true; without, a node has as many pods as its interfaces have addresses.
    /// </summary>
    public bool PrefixDelegation { get; init; } = true;

    /// <summary>
    /// Zones with subnets, in any order; two at least, because EKS asks for them. A zone's place follows from its letter: adding or removing one
    /// moves no other.
    /// </summary>
    [Matches("[a-z]{2}(-[a-z]+)+-[0-9]+[a-f]", "an availability zone such as us-west-2a")]
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>
    /// Where NAT gateways stand. Default: single, in the first zone by letter: when that zone fails no node pulls images, and traffic of the others pays for
    /// crossing zones.
    /// </summary>
    public NatGateways NatGateways { get; init; } = NatGateways.Single;

    /// <summary>
    /// AWS services that are reached over interface endpoints instead of NAT, by the last part of their names, e.g. <c>ecr.api</c>. Default: those
    /// that nodes and controllers call, where the API server is private, and what keeps <c>security.externalSecrets</c>; else none. S3 always has an endpoint, which costs nothing.
    /// </summary>
    public ImmutableArray<string>? InterfaceEndpoints { get; init; }

    /// <summary>Load balancers that face the internet; addresses are kept for them. Default: 0; zones without a NAT gateway have no public subnet then.</summary>
    [InRange(Min = 0, Max = 50)]
    public int PublicLoadBalancers { get; init; }

    /// <summary>Load balancers inside the VPC; addresses are kept for them. Default: 2.</summary>
    [InRange(Min = 0, Max = 50)]
    public int InternalLoadBalancers { get; init; } = 2;

    /// <summary>Days that flow logs are kept; one of the numbers that CloudWatch Logs allows, or null for no flow logs. Default: 30.</summary>
    public int? FlowLogDays { get; init; } = ClusterNetworkArgs.DefaultFlowLogDays;

    /// <summary>A VPC that exists already. Excludes everything that describes a new one.</summary>
    public ExistingNetworkConfig? Existing { get; init; }

    /// <summary>The zones of the new or the existing network.</summary>
    internal IEnumerable<string> ZoneNames() => Existing is { } existing ? existing.Zones.Select(zone => zone.Name) : Zones;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Existing is not null)
        {
            foreach (var key in KeysOfNewNetwork())
            {
                problems.Add(ConfigPath.Key(path, key), "describes a new VPC, but existing says that there is one; remove one of the two");
            }
        }
        else if (Zones.Distinct().Count() < 2)
        {
            problems.Add(ConfigPath.Key(path, "zones"), "EKS needs two zones at least; name them, such as zones: [us-west-2a, us-west-2b], or describe an existing VPC");
        }
    }

    private IEnumerable<string> KeysOfNewNetwork()
    {
        var defaults = new NetworkConfig();
        return new (string Key, bool IsSet)[]
        {
            ("cidr", Cidr != defaults.Cidr),
            ("podCidr", PodCidr is not null),
            ("zones", !Zones.IsEmpty),
            ("natGateways", NatGateways != defaults.NatGateways),
            ("interfaceEndpoints", InterfaceEndpoints is not null),
            ("publicLoadBalancers", PublicLoadBalancers != defaults.PublicLoadBalancers),
            ("internalLoadBalancers", InternalLoadBalancers != defaults.InternalLoadBalancers),
            ("flowLogDays", FlowLogDays != defaults.FlowLogDays),
        }.Where(entry => entry.IsSet).Select(entry => entry.Key);
    }
}

/// <summary>Where NAT gateways stand.</summary>
public enum NatGateways
{
    /// <summary>One for all zones: cheapest.</summary>
    Single,

    /// <summary>One in each zone.</summary>
    PerZone,
}

/// <summary>A VPC that exists already; its private subnets need a way to image registries and to AWS.</summary>
public sealed record ExistingNetworkConfig
{
    /// <summary>Zones with their private subnets; two at least.</summary>
    [NonEmpty]
    public required ImmutableArray<ZoneConfig> Zones { get; init; }
}
