using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;

namespace Infra.Core.Nodes;

/// <summary>Which ways of buying instances go together.</summary>
internal static class CapacityRules
{
    // EC2 user guide, "Capacity Blocks for ML", supported instance types, read 2026-11.
    private static readonly ImmutableArray<string> _blockFamilies = ["p4d", "p4de", "p5", "p5e", "p5en", "p6-b200", "p6-b300", "trn1", "trn2"];

    public static void Check(string path, NodePoolSpec spec, ImmutableArray<InstanceType> types, ConfigProblems problems)
    {
        var reservation = ConfigPath.Key(path, "reservation");
        if (spec is { ReservationId: not null, ReservationGroupArn: not null })
        {
            problems.Add(reservation, "has both id and resourceGroupArn; one of them says where instances are launched");
        }

        if (spec.CapacityType == CapacityType.Spot)
        {
            CheckSpot(path, spec, problems);
        }

        if (spec.CapacityType == CapacityType.CapacityBlock)
        {
            CheckBlock(path, spec, types, problems);
        }

        if (spec.ReservationId is null || spec.CapacityType == CapacityType.Spot)
        {
            return;
        }

        if (types.Length > 1)
        {
            problems.Add(ConfigPath.Key(path, "instanceTypes"), $"a reservation is for one instance type, but there are {types.Length}; name the reserved one");
        }

        if (spec.Zones.Count > 1)
        {
            problems.Add(ConfigPath.Key(path, "zones"), $"a reservation lies in one zone, but the pool has {string.Join(", ", spec.Zones)}; name that zone alone");
        }
    }

    private static void CheckSpot(string path, NodePoolSpec spec, ConfigProblems problems)
    {
        if (spec.ReservationId is not null || spec.ReservationGroupArn is not null)
        {
            problems.Add(
                ConfigPath.Key(path, "capacityType"),
                "spot instances can't be launched into a capacity reservation or a capacity block; use onDemand for a reservation, capacityBlock for a block, or remove reservation");
        }
    }

    private static void CheckBlock(string path, NodePoolSpec spec, ImmutableArray<InstanceType> types, ConfigProblems problems)
    {
        if (spec.ReservationId is null)
        {
            problems.Add(ConfigPath.Key(path, "reservation"), "missing; instances of a capacity block are launched by its id, such as reservation: {id: cr-0123456789abcdef0}");
        }

        foreach (var type in types.Where(type => !_blockFamilies.Contains(type.Family)))
        {
            problems.Add(ConfigPath.Key(path, "capacityType"), $"'{type.Name}' isn't sold in capacity blocks, only {string.Join(", ", _blockFamilies)} are; use onDemand or spot");
        }
    }
}
