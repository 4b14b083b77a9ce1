namespace Infra.Core.Network;

/// <summary>The subnets of one role, over all zones.</summary>
internal sealed class SubnetTier(SubnetRole role, IReadOnlyList<ZoneDemand> zones, Func<ZoneDemand, long> demand)
{
    public SubnetRole Role => role;

    // A zone without public demand has no public subnet; the place for one is kept.
    public IEnumerable<ZoneDemand> Zones => zones.Where(zone => role == SubnetRole.Private || demand(zone) > 0);

    public long Demand(ZoneDemand zone) => demand(zone);

    public bool Fits(Ipv4Network range) => Zones.All(zone => Place(range, zone) is not null);

    public Ipv4Network? Place(Ipv4Network range, ZoneDemand zone) => Block(range).Place(zone.Letter, demand(zone), SmallestFor(zone));

    public string Refusal(Ipv4Network range, ZoneDemand zone)
    {
        var name = role switch { SubnetRole.Pods => "the pods' subnet", SubnetRole.Public => "the public subnet", _ => "the private subnet" };
        var least = SmallestFor(zone) == SubnetFacts.SmallestLoadBalancerSubnet ? " in a /27 at least, because of its load balancers" : "";
        var largest = Block(range).Largest(zone.Letter) - SubnetFacts.Reserved;
        return $"{zone.Zone}: {name} needs {demand(zone)} addresses{least}, but can have at most {largest} of {range} beside the other subnets";
    }

    private int SmallestFor(ZoneDemand zone) =>
        role == SubnetRole.Public && zone.PublicLoadBalancers > 0 ? SubnetFacts.SmallestLoadBalancerSubnet : SubnetFacts.SmallestSubnet;

    private ZoneBlock Block(Ipv4Network range)
    {
        var letters = zones.Select(zone => zone.Letter).ToList();
        var block = new ZoneBlock(range, letters, keepLast: role == SubnetRole.Private);
        return role == SubnetRole.Public ? new ZoneBlock(block.Last, letters, keepLast: false) : block;
    }
}
