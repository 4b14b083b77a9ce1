using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Reading;

/// <summary>The pools of a plan as kinds of nodes: with the labels that are known before there is a node, and by the smallest instance type.</summary>
internal static class PoolGroups
{
    /// <summary>All of a plan, in its order.</summary>
    public static ImmutableArray<PoolGroup> Of(PlannedObjects objects)
    {
        var preferred = objects.OfType(ComponentTypes.ClusterAutoscaler).SelectMany(found => found.Inputs["preferredNodeGroups"] as JsonArray ?? []).Select(name => (string)name!).ToImmutableArray();
        var region = objects.OfType(ComponentTypes.EksCluster).Select(cluster => (string?)cluster.Inputs["region"]).FirstOrDefault();
        return
        [
            .. PlannedPool.Of(objects).SelectMany(pool => Groups(pool, region, name => Rank(preferred, name), DevicePlugins.Advertised(pool, objects))),
            .. objects.OfType(ComponentTypes.EdgePool).Select(Edge),
            .. objects.OfType(ComponentTypes.EksCluster).Where(cluster => (bool?)cluster.Inputs["autoMode"] == true).SelectMany(_ => ElsewherePools.OfAutoMode()),
        ];
    }

    private static IEnumerable<PoolGroup> Groups(PlannedPool pool, string? region, Func<string, int> rank, ImmutableSortedDictionary<string, int> devices)
    {
        var placed = new PlacementPool
        {
            Name = pool.Name,
            Urn = pool.Urn,
            Launcher = pool.Launcher,
            InstanceTypes = [.. pool.Types.Select(type => type.Name)],
            CapacityType = pool.CapacityType,
            Zones = pool.Zones,
            Least = pool.Least,
            Most = pool.Most,
            Device = pool.DeviceResource,
            DevicesPerNode = pool.DeviceResource is { } device ? pool.Devices[device] : 0,
        };
        var kinds = pool.Zones.Select(zone => Kind(pool, zone, region, devices)).ToImmutableArray();
        return pool.IsPerZone
            ? kinds.Select(kind => new PoolGroup($"{pool.Name} in {kind.Zone}", placed, [kind], pool.Least / kinds.Length, pool.Most / kinds.Length, rank($"{pool.GroupName}-{kind.Zone}")))
            : [new PoolGroup(pool.Name, placed, kinds, pool.Least, pool.Most, rank(pool.GroupName))];
    }

    private static NodeKind Kind(PlannedPool pool, string zone, string? region, ImmutableSortedDictionary<string, int> devices)
    {
        var type = pool.Types[0];
        var labels = pool.Labels
            .SetItem(NodeLabels.Zone, zone)
            // Of several types nobody knows which it will be, and a pod that demands one may wait for ever.
            .SetItems(pool.Types.Length == 1 ? [KeyValuePair.Create("node.kubernetes.io/instance-type", type.Name)] : [])
            .SetItems(region is null ? [] : [KeyValuePair.Create("topology.kubernetes.io/region", region)])
            .SetItems(Launched(pool));
        return new NodeKind
        {
            Name = $"{pool.Name} in {zone}",
            Pool = pool.Name,
            Labels = labels,
            Taints = pool.Taints,
            Allocatable = devices.ToImmutableSortedDictionary(device => device.Key, device => (long)device.Value, StringComparer.Ordinal)
                .SetItem(ResourceNames.Cpu, pool.Smallest.Cpu.Millicores)
                .SetItem(ResourceNames.Memory, pool.Smallest.Memory.Bytes)
                .SetItem(ResourceNames.Pods, pool.Smallest.Pods)
                .SetItem(ResourceNames.Disk, pool.Disk.Bytes),
            VolumeLimits = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal)
                .Add(ClaimedVolumes.Ebs, pool.Types.Min(EbsAttachments.Of)),
        };
    }

    // Labels that EKS and Karpenter set themselves (EKS user guide, "Simplify node lifecycle with managed node groups"; karpenter.sh, "Scheduling", well-known labels).
    private static IEnumerable<KeyValuePair<string, string>> Launched(PlannedPool pool) => pool.Launcher is NodeLauncher.Karpenter or NodeLauncher.AutoMode
        ?
        [
            new("karpenter.sh/nodepool", pool.Name),
            new("karpenter.sh/capacity-type", pool.CapacityType switch { CapacityType.Spot => "spot", CapacityType.CapacityBlock => "reserved", _ => "on-demand" }),
            .. pool.Launcher == NodeLauncher.AutoMode ? [KeyValuePair.Create(NodeLabels.ComputeType, "auto")] : Array.Empty<KeyValuePair<string, string>>(),
        ]
        : [new("eks.amazonaws.com/capacityType", pool.CapacityType.ToEks())];

    private static int Rank(ImmutableArray<string> preferred, string name) => preferred.IndexOf(name) is var place && place < 0 ? preferred.Length : place;

    private static PoolGroup Edge(PlannedObject found)
    {
        var inputs = found.Inputs;
        var vendor = Enum.GetValues<DeviceVendor>()[inputs["accelerator"] is { } number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (int)(double)number : 0];
        var contract = PoolContract.ForEdge(
            (string)inputs["poolName"]!,
            vendor,
            (int)((double?)inputs["devicesPerNode"] ?? 0),
            (inputs["labels"] as JsonObject ?? []).Select(label => KeyValuePair.Create(label.Key, $"{label.Value}")),
            (inputs["taints"] as JsonArray ?? []).Select(taint => new Taint((string)taint!["key"]!, (string?)taint["value"] ?? "", TaintEffects.FromKubernetes((string)taint["effect"]!)!.Value)));
        return ElsewherePools.Of(contract, found.Resource.Urn);
    }
}
