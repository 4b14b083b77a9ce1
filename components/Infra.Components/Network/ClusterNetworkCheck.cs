using Infra.Components.Shared;
using Infra.Core.Configuration;
using Infra.Core.Monitoring;
using Infra.Core.Naming;
using Infra.Core.Network;

namespace Infra.Components.Network;

/// <summary>Finds everything that is wrong with a network's arguments.</summary>
internal static class ClusterNetworkCheck
{
    public static void Run(string path, ClusterNetworkArgs args, ConfigProblems problems)
    {
        var zones = ConfigPath.Key(path, "zones");
        if (args.FlowLogDays is { } days)
        {
            if (LogRetention.Problem(days) is { } retention)
            {
                problems.Add(ConfigPath.Key(path, "flowLogDays"), retention);
            }

            if (AutoNames.Problem(NameRules.IamRole, path, "-flow-log-role") is { } tooLong)
            {
                problems.Add(path, tooLong);
            }
        }

        if (!args.Zones.Exists(zone => zone.NatGateway))
        {
            problems.Add(zones, "none has a NAT gateway; nodes pull images over it, so set natGateway: true for one zone at least");
        }

        for (var i = 0; i < args.InterfaceEndpoints.Count; i++)
        {
            if (VpcEndpointServices.Problem(args.InterfaceEndpoints, i) is { } problem)
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(path, "interfaceEndpoints"), i), problem);
            }
        }

        CheckAddresses(path, args, problems);
    }

    private static void CheckAddresses(string path, ClusterNetworkArgs args, ConfigProblems problems)
    {
        var vpc = Read(ConfigPath.Key(path, "cidr"), args.Cidr, problems);
        var pods = args.PodCidr is null ? null : Read(ConfigPath.Key(path, "podCidr"), args.PodCidr, problems);
        if (pods is { } range && PodRanges.Problem(range, vpc) is { } problem)
        {
            problems.Add(ConfigPath.Key(path, "podCidr"), problem);
        }

        var taken = new List<(Ipv4Network Network, string Path)>();
        for (var i = 0; i < args.Zones.Count; i++)
        {
            var zone = args.Zones[i];
            var at = ConfigPath.Index(ConfigPath.Key(path, "zones"), i);
            if (args.Zones.Take(i).Any(other => other.Name == zone.Name))
            {
                problems.Add(ConfigPath.Key(at, "name"), $"'{zone.Name}' is listed already; name a zone once");
            }

            if (zone.NatGateway && zone.PublicCidr is null)
            {
                problems.Add(ConfigPath.Key(at, "publicCidr"), "missing; a NAT gateway stands in a public subnet");
            }

            CheckSubnet(ConfigPath.Key(at, "privateCidr"), zone.PrivateCidr, vpc, "the VPC's", taken, problems);
            CheckSubnet(ConfigPath.Key(at, "publicCidr"), zone.PublicCidr, vpc, "the VPC's", taken, problems);
            CheckPods(ConfigPath.Key(at, "podCidr"), args, zone, pods, taken, problems);
        }
    }

    private static void CheckPods(
        string path, ClusterNetworkArgs args, NetworkZoneArgs zone, Ipv4Network? pods, List<(Ipv4Network Network, string Path)> taken, ConfigProblems problems)
    {
        if (args.PodCidr is null && zone.PodCidr is not null)
        {
            problems.Add(path, "the network has no podCidr, so that pods live in the private subnets; give it one or remove this");
        }
        else if (args.PodCidr is not null && zone.PodCidr is null)
        {
            problems.Add(path, "missing; with podCidr nodes of a zone without a subnet of pods would have no addresses for them");
        }
        else
        {
            CheckSubnet(path, zone.PodCidr, pods, "the pods'", taken, problems);
        }
    }

    private static void CheckSubnet(
        string path, string? cidr, Ipv4Network? within, string owner, List<(Ipv4Network Network, string Path)> taken, ConfigProblems problems)
    {
        if (cidr is null || Read(path, cidr, problems) is not { } subnet)
        {
            return;
        }

        if (within is { } whole && !whole.Contains(subnet))
        {
            problems.Add(path, $"{subnet} is not within {owner} {whole}");
        }

        foreach (var other in taken.Where(other => other.Network.Overlaps(subnet)))
        {
            problems.Add(path, $"{subnet} overlaps {other.Path}, which is {other.Network}");
        }

        taken.Add((subnet, path));
    }

    private static Ipv4Network? Read(string path, string cidr, ConfigProblems problems)
    {
        if (Ipv4Network.TryParse(cidr, out var network))
        {
            return network;
        }

        problems.Add(path, $"'{cidr}' is not {Ipv4Network.AllowedForm}");
        return null;
    }
}
