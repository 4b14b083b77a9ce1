using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Network;

namespace Infra.Core.Tests.Network;

/// <summary>What holds for 1 to 6 zones of any letters in any /16 to /22, with and without a range for pods.</summary>
public sealed class SubnetAllocatorPropertyTests
{
    // Demands from nothing to more than any VPC holds, small ones as often as large ones.
    private static readonly Gen<long> Addresses = Gen.Choose(0, 17).SelectMany(bits => Gen.Choose(0, 1 << bits).Select(number => (long)number));

    private static readonly Gen<Ipv4Network> Ranges = Gen.Choose(16, 22)
        .SelectMany(prefix => Gen.Choose(0, 0xFF_FFFF).Select(address => new Ipv4Network(0x0A00_0000u | (uint)address, prefix).Canonical));

    private static readonly Gen<ImmutableArray<char>> Letters = Gen.Choose(1, 6).SelectMany(count => Gen.Shuffle("abcdef".ToCharArray()).Select(letters => letters.Take(count).ToImmutableArray()));

    private static readonly Gen<Request> Requests =
        from vpc in Ranges
        from hasPods in Gen.Elements(true, false)
        from podPrefix in Gen.Choose(16, 22)
        from letters in Letters
        from zones in Gen.CollectToArray(letters, letter => Zone(letter, hasPods))
        select new Request(vpc, hasPods ? new Ipv4Network(0x6440_0000u, podPrefix) : null, [.. zones]);

    [Fact]
    public void Generated_requests_are_both_granted_and_refused()
    {
        var layouts = Gen.Sample(Requests, 500, 500).Select(request => request.Allocate()).ToList();

        Assert.InRange(layouts.Count(layout => layout.Problems.IsEmpty), 100, 400);
        Assert.All(layouts, layout => Assert.Equal(layout.Problems.IsEmpty, !layout.Subnets.IsEmpty));
    }

    [Fact]
    public void Subnets_never_overlap() => Hold(granted => granted.Subnets.All(one => granted.Subnets.All(other => one == other || !one.Network.Overlaps(other.Network))));

    [Fact]
    public void Subnets_lie_in_their_range_and_are_none_that_AWS_refuses() => Properties.Hold(
        Requests.ToArbitrary(),
        request => request.Allocate().Subnets.All(subnet =>
            (subnet.Role == SubnetRole.Pods ? request.Pods!.Value : request.Vpc).Contains(subnet.Network)
            && subnet.Network == subnet.Network.Canonical
            && subnet.Network.Prefix is >= 16 and <= 28));

    [Fact]
    public void Every_subnet_holds_its_demand() => Properties.Hold(
        Requests.ToArbitrary(),
        request => request.Allocate() is var layout
            && (!layout.Problems.IsEmpty || request.Zones.All(zone =>
                Usable(layout, zone.Zone, SubnetRole.Private) >= zone.PrivateAddresses
                && Usable(layout, zone.Zone, SubnetRole.Pods) >= zone.PodAddresses
                && Usable(layout, zone.Zone, SubnetRole.Public) >= (zone.PublicLoadBalancers * 8) + zone.NatGateways
                && (zone.PublicLoadBalancers == 0 || Usable(layout, zone.Zone, SubnetRole.Public) >= 27))));

    [Fact]
    public void The_order_of_the_zones_does_not_matter() => Properties.Hold(
        Requests.ToArbitrary(),
        request => Same(request.Allocate(), (request with { Zones = [.. request.Zones.Reverse()] }).Allocate()));

    [Fact]
    public void A_zone_that_comes_moves_no_other_one_or_is_refused() => Properties.Hold(
        Requests.Where(request => request.Zones.Length > 1).ToArbitrary(),
        request =>
        {
            var before = (request with { Zones = request.Zones.RemoveAt(0) }).Allocate();
            var after = request.Allocate();
            return !after.Problems.IsEmpty
                || (before.Problems.IsEmpty && before.Subnets.SequenceEqual(after.Subnets.Where(subnet => subnet.Zone != request.Zones[0].Zone)));
        });

    [Fact]
    public void A_demand_that_grows_to_what_its_subnets_hold_changes_nothing() => Properties.Hold(
        Requests.ToArbitrary(),
        request =>
        {
            var before = request.Allocate();
            var grown = (request with { Zones = [.. request.Zones.Select(zone => Grown(zone, before))] }).Allocate();
            return !before.Problems.IsEmpty || Networks(before).SequenceEqual(Networks(grown));
        });

    [Fact]
    public void A_subnet_that_must_double_keeps_its_start_and_leaves_the_others() => Properties.Hold(
        Requests.ToArbitrary(),
        request =>
        {
            var before = request.Allocate();
            var zone = request.Zones[0];
            var after = (request with { Zones = request.Zones.SetItem(0, zone with { PrivateAddresses = Usable(before, zone.Zone, SubnetRole.Private) + 1 }) }).Allocate();
            return !before.Problems.IsEmpty || !after.Problems.IsEmpty || before.Subnets.Zip(after.Subnets).All(pair =>
                pair.First.Network.Address == pair.Second.Network.Address
                && (pair.First.Network == pair.Second.Network || (pair.First.Zone == zone.Zone && pair.First.Role == SubnetRole.Private)));
        });

    [Fact]
    public void The_smallest_VPC_of_a_refusal_would_do_and_none_between_would() => Properties.Hold(
        Requests.Where(request => request.Pods is null).ToArbitrary(),
        request =>
        {
            var problems = request.Allocate().Problems;
            if (problems.IsEmpty)
            {
                return true;
            }

            var advised = problems.Select(problem => problem[(problem.LastIndexOf('/') + 1)..]).Distinct().Single();
            var prefix = int.TryParse(advised, out var number) ? number : 15;
            return Enumerable.Range(16, request.Vpc.Prefix - 16).All(candidate =>
                (request with { Vpc = (request.Vpc with { Prefix = candidate }).Canonical }).Allocate().Problems.IsEmpty == candidate <= prefix);
        });

    [Fact]
    public void The_smallest_range_for_pods_of_a_refusal_would_do_and_none_between_would() => Properties.Hold(
        Requests.Where(request => request.Pods is not null).ToArbitrary(),
        request =>
        {
            // Enough for nodes in any case, so that only the pods' range can be too small.
            var pods = request with { Zones = [.. request.Zones.Select(zone => zone with { PrivateAddresses = 0, PublicLoadBalancers = 0 })] };
            var problems = pods.Allocate().Problems;
            if (problems.IsEmpty)
            {
                return true;
            }

            var advised = problems.Select(problem => problem[(problem.LastIndexOf('/') + 1)..]).Distinct().Single();
            var prefix = int.TryParse(advised, out var number) ? number : 15;
            return problems.All(problem => problem.Contains("a range of /", StringComparison.Ordinal))
                && Enumerable.Range(16, request.Pods!.Value.Prefix - 16).All(candidate =>
                    (pods with { Pods = (request.Pods.Value with { Prefix = candidate }).Canonical }).Allocate().Problems.IsEmpty == candidate <= prefix);
        });

    private static void Hold(Func<SubnetLayout, bool> property) => Properties.Hold(Requests.ToArbitrary(), request => property(request.Allocate()));

    private static Gen<ZoneDemand> Zone(char letter, bool hasPods) =>
        from privates in Addresses
        from pods in hasPods ? Addresses : Gen.Constant(0L)
        from balancers in Gen.Choose(0, 4)
        from gateways in Gen.Choose(0, 1)
        select new ZoneDemand { Zone = $"us-east-1{letter}", PrivateAddresses = privates, PodAddresses = pods, PublicLoadBalancers = balancers, NatGateways = gateways };

    private static ZoneDemand Grown(ZoneDemand zone, SubnetLayout layout) => zone with
    {
        PrivateAddresses = Math.Max(zone.PrivateAddresses, Usable(layout, zone.Zone, SubnetRole.Private)),
        PodAddresses = Math.Max(zone.PodAddresses, Usable(layout, zone.Zone, SubnetRole.Pods)),
        PublicLoadBalancers = zone.PublicLoadBalancers == 0 ? 0 : (int)((Usable(layout, zone.Zone, SubnetRole.Public) - zone.NatGateways) / 8),
    };

    // A subnet that nobody asked for holds nothing.
    private static long Usable(SubnetLayout layout, string zone, SubnetRole role) =>
        layout.Subnets.FirstOrDefault(subnet => (subnet.Zone, subnet.Role) == (zone, role))?.Usable ?? 0;

    private static bool Same(SubnetLayout left, SubnetLayout right) =>
        left.Subnets.SequenceEqual(right.Subnets) && left.Problems.SequenceEqual(right.Problems, StringComparer.Ordinal);

    private static IEnumerable<(string Zone, SubnetRole Role, Ipv4Network Network)> Networks(SubnetLayout layout) =>
        layout.Subnets.Select(subnet => (subnet.Zone, subnet.Role, subnet.Network));

    private sealed record Request(Ipv4Network Vpc, Ipv4Network? Pods, ImmutableArray<ZoneDemand> Zones)
    {
        public SubnetLayout Allocate() => SubnetAllocator.Allocate(Vpc, Pods, Zones);
    }
}
