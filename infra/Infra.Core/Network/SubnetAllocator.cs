using System.Text.RegularExpressions;

namespace Infra.Core.Network;

/// <summary>
/// Gives every zone its subnets. To change a subnet's addresses is to replace it with everything in it, so a zone's place follows from its own letter
/// and nothing else (<see cref="ZoneBlock"/>): the order of the zones doesn't matter, a zone that comes or goes moves no other one, and a demand may
/// grow to what its subnet holds. Only a subnet that must double is replaced, alone; if it can't double without taking another zone's
/// place, the allocation is refused and says what would do. Private subnets lie in the first seven eighths of the VPC, public ones in
/// the last, and pods, if they have one, in a range of their own.
/// </summary>
public static partial class SubnetAllocator
{
    /// <summary>Longest prefix of a VPC: in a smaller one the public subnets would be smaller than AWS allows.</summary>
    public const int SmallestVpcPrefix = 22;

    private const int MaxZones = 6;

    /// <summary>Allocates the subnets.</summary>
    /// <param name="vpc">The VPC's addresses, /16 to /22.</param>
    /// <param name="pods">A second range for pods, /16 to /22; null if pods live in the private subnets.</param>
    /// <param name="zones">The demand of 1 to 6 zones, in any order.</param>
    public static SubnetLayout Allocate(Ipv4Network vpc, Ipv4Network? pods, IEnumerable<ZoneDemand> zones)
    {
        var sorted = zones.OrderBy(zone => zone.Zone, StringComparer.Ordinal).ToList();
        var problems = Check(vpc, pods, sorted).ToList();
        var subnets = new List<ZoneSubnet>();
        if (problems.Count == 0)
        {
            SubnetTier[] tiers = [new(SubnetRole.Private, sorted, zone => zone.PrivateAddresses), new(SubnetRole.Public, sorted, zone => zone.PublicAddresses)];
            Place(vpc, "a VPC", "give pods a range of their own, or launch fewer nodes", tiers, subnets, problems);
            if (pods is { } range)
            {
                Place(range, "a range", "launch fewer nodes", [new SubnetTier(SubnetRole.Pods, sorted, zone => zone.PodAddresses)], subnets, problems);
            }
        }

        return problems.Count > 0
            ? new SubnetLayout([], [.. problems])
            : new SubnetLayout([.. subnets.OrderBy(subnet => subnet.Zone, StringComparer.Ordinal).ThenBy(subnet => subnet.Role)], []);
    }

    private static void Place(Ipv4Network range, string whole, string otherwise, SubnetTier[] tiers, List<ZoneSubnet> subnets, List<string> problems)
    {
        string? advice = null;
        foreach (var tier in tiers)
        {
            foreach (var zone in tier.Zones)
            {
                if (tier.Place(range, zone) is { } network)
                {
                    subnets.Add(new ZoneSubnet(zone.Zone, tier.Role, network, tier.Demand(zone)));
                }
                else
                {
                    advice ??= SmallestThatFits(range, tiers) is { } prefix
                        ? $"the smallest that holds all zones is {whole} of /{prefix}"
                        : $"not even {whole} of /{SubnetFacts.LargestVpcPrefix} holds all zones: {otherwise}";
                    problems.Add($"{tier.Refusal(range, zone)}; {advice}");
                }
            }
        }
    }

    private static int? SmallestThatFits(Ipv4Network range, SubnetTier[] tiers)
    {
        for (var prefix = range.Prefix - 1; prefix >= SubnetFacts.LargestVpcPrefix; prefix--)
        {
            var larger = (range with { Prefix = prefix }).Canonical;
            if (tiers.All(tier => tier.Fits(larger)))
            {
                return prefix;
            }
        }

        return null;
    }

    private static IEnumerable<string> Check(Ipv4Network vpc, Ipv4Network? pods, List<ZoneDemand> zones)
    {
        if (!CanBeDivided(vpc))
        {
            yield return $"{vpc} can't be divided into subnets; allowed: a VPC of /{SubnetFacts.LargestVpcPrefix} to /{SmallestVpcPrefix}";
        }

        if (pods is { } range)
        {
            if (!CanBeDivided(range))
            {
                yield return $"{range} can't be divided into subnets for pods; allowed: a range of /{SubnetFacts.LargestVpcPrefix} to /{SmallestVpcPrefix}";
            }

            if (range.Overlaps(vpc))
            {
                yield return $"the pods' range {range} overlaps the VPC's {vpc}; take one out of 100.64.0.0/10";
            }
        }

        if (zones.Count is 0 or > MaxZones)
        {
            yield return $"there are {zones.Count} zones; allowed: 1 to {MaxZones}";
        }

        foreach (var zone in zones.Where(zone => !ZoneName().IsMatch(zone.Zone)))
        {
            yield return $"'{zone.Zone}' is no availability zone; allowed: a region and a letter from a to f, such as us-east-1a";
        }

        // Zones of two regions with one letter would share a place.
        foreach (var group in zones.Where(zone => ZoneName().IsMatch(zone.Zone)).GroupBy(zone => zone.Letter).Where(group => group.Count() > 1))
        {
            yield return $"{string.Join(" and ", group.Select(zone => $"'{zone.Zone}'"))} have the same letter; name the zones of one region, each once";
        }

        foreach (var zone in zones.Where(zone => pods is null && zone.PodAddresses > 0))
        {
            yield return $"{zone.Zone}: {zone.PodAddresses} addresses for pods, but there is no range for pods; give one or count them as private";
        }
    }

    private static bool CanBeDivided(Ipv4Network range) => range.Prefix is >= SubnetFacts.LargestVpcPrefix and <= SmallestVpcPrefix;

    [GeneratedRegex(@"\A[a-z]{2}(-[a-z]+)+-[0-9]+[a-f]\z")]
    private static partial Regex ZoneName();
}
