using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>A zone has one subnet here, and a subnet lies in one zone.</summary>
internal static class ZoneRules
{
    public static void CheckUnique(string path, ImmutableArray<ZoneConfig> zones, ConfigProblems problems)
    {
        for (var i = 1; i < zones.Length; i++)
        {
            var at = ConfigPath.Index(path, i);
            if (zones.Take(i).Any(zone => zone.Name == zones[i].Name))
            {
                problems.Add(ConfigPath.Key(at, "name"), $"{Shown.Quoted(zones[i].Name)} is listed already; a zone has one subnet here");
            }

            if (zones.Take(i).Any(zone => zone.SubnetId == zones[i].SubnetId))
            {
                problems.Add(ConfigPath.Key(at, "subnetId"), $"{Shown.Quoted(zones[i].SubnetId)} is the subnet of another zone; a subnet lies in one zone");
            }
        }
    }
}
