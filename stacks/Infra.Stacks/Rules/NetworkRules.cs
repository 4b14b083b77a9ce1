using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Monitoring;
using Infra.Core.Network;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of a new cluster's network: its zones lie in the region, and its subnets hold the nodes and pods of all pools.</summary>
internal static class NetworkRules
{
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("network");
        if (settings.Cluster.Eks is null || settings.Network is not { } network || problems.Cover(path))
        {
            return;
        }

        if (network.Existing is { } existing)
        {
            PodNetworkRules.Check(path, network, settings, problems);
            CheckExisting(ConfigPath.Key(path, "existing"), existing, settings, problems);
            return;
        }

        if (network.FlowLogDays is { } days && LogRetention.Problem(days) is { } retention)
        {
            problems.Add(ConfigPath.Key(path, "flowLogDays"), retention);
        }

        var endpoints = network.InterfaceEndpoints ?? [];
        for (var i = 0; i < endpoints.Length; i++)
        {
            if (VpcEndpointServices.Problem(endpoints, i) is { } problem)
            {
                problems.Add(ConfigPath.Index(ConfigPath.Key(path, "interfaceEndpoints"), i), problem);
            }
        }

        var arePodsRight = PodNetworkRules.Check(path, network, settings, problems);
        var areZonesRight = CheckRegion(ConfigPath.Key(path, "zones"), network.Zones, settings, problems);
        if (arePodsRight && areZonesRight && !problems.Cover(PlatformRules.Key("pools")) && !problems.Cover(PlatformRules.Key("systemPool")))
        {
            foreach (var problem in NetworkPlan.Of(settings, network).Problems)
            {
                problems.Add(path, problem);
            }
        }
    }

    private static void CheckExisting(string path, ExistingNetworkConfig existing, PlatformSettings settings, ConfigProblems problems)
    {
        var zones = ConfigPath.Key(path, "zones");
        ZoneRules.CheckUnique(zones, existing.Zones, problems);
        if (existing.Zones.Select(zone => zone.Name).Distinct().Count() < 2 && !problems.Cover(zones))
        {
            problems.Add(zones, "EKS needs subnets in two zones at least");
        }

        _ = CheckRegion(zones, [.. existing.Zones.Select(zone => zone.Name)], settings, problems);
    }

    private static bool CheckRegion(string path, ImmutableArray<string> zones, PlatformSettings settings, ConfigProblems problems)
    {
        var isRight = true;
        for (var i = 0; i < zones.Length; i++)
        {
            if (settings.Aws is { Region: var region } && !problems.Cover(PlatformRules.Key("aws.region")) && !zones[i].StartsWith(region, StringComparison.Ordinal))
            {
                isRight = false;
                problems.Add(ConfigPath.Index(path, i), $"{Shown.Quoted(zones[i])} is not a zone of the region {region}");
            }
        }

        return isRight;
    }
}
