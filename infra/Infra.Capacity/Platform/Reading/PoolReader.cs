using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Capacity.Control;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Core.Projections;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Platform.Reading;

/// <summary>The pools that models may run on. Of several instance types a node is the one named first: Auto Scaling groups launch that one first on demand (EKS user guide, "Simplify node lifecycle with managed node groups").</summary>
internal sealed class PoolReader
{
    // Room of a node that nobody knows; half of what there is, so that sums stay in range.
    private const long Unbounded = long.MaxValue / 2;

    private static readonly HashSet<string> _ordinary = new([ResourceNames.Cpu, ResourceNames.Memory, ResourceNames.Pods, ResourceNames.Disk], StringComparer.Ordinal);

    private readonly List<string> _unknowns;
    private readonly Dictionary<string, int> _indexes;

    /// <summary>The pools of these names, in the plan's order; those of which it says nothing last.</summary>
    public PoolReader(PlannedObjects objects, IReadOnlyCollection<string> names, List<string> unknowns)
    {
        _unknowns = unknowns;
        var groups = PoolGroups.Of(objects);
        var scene = new Scene(PodGroups.Of(objects), groups, _ => 0);
        var planned = PlannedPool.Of(objects).ToDictionary(pool => pool.Name, StringComparer.Ordinal);
        var region = objects.OfType("pulumi:providers:aws").Select(provider => (string?)provider.Inputs["region"]).FirstOrDefault(found => found is not null);
        var known = groups.GroupBy(group => group.Pool.Name, StringComparer.Ordinal).Where(group => names.Contains(group.Key)).ToList();
        Pools =
        [
            .. known.Select(group => planned.TryGetValue(group.Key, out var pool)
                ? Launched(pool, objects.OfUrn(pool.Urn).Inputs, Room(scene, group.First().Kinds[0]), region, Idle(objects, pool))
                : Elsewhere(group.Key, Room(scene, group.First().Kinds[0]))),
            .. names.Distinct().Except(known.Select(group => group.Key)).Select(name => Elsewhere(name, Endless)),
        ];
        _indexes = Pools.Index().ToDictionary(pool => pool.Item.Name, pool => pool.Index, StringComparer.Ordinal);
    }

    public ImmutableArray<SimulatedPool> Pools { get; }

    public int IndexOf(string name) => _indexes[name];

    /// <summary>Deployments of pods that only hold room.</summary>
    public ImmutableArray<RoomHolder> RoomHolders(PlannedObjects objects) =>
    [
        .. objects.OfKind("Deployment").Where(found => found.Owner == ComponentTypes.Headroom)
            .SelectMany(found => PodProjections.Of(found.Inputs, _ => null), (_, pods) => (Pods: pods, Pool: pods.NodeSelector.GetValueOrDefault(NodeLabels.Pool)))
            .Where(found => found.Pool is not null && _indexes.ContainsKey(found.Pool))
            .Select(found => new RoomHolder(_indexes[found.Pool!], found.Pods.Least, Demand(found.Pods.Requests))),
    ];

    /// <summary>What a pod requests.</summary>
    public static PodDemand Demand(PodRequests requests) => new(requests.Cpu.Millicores, requests.Memory.Bytes, requests.Devices);

    private SimulatedPool Launched(PlannedPool pool, JsonObject inputs, PodDemand room, string? region, long? idle)
    {
        var type = pool.Types[0];
        var (isSpot, gpus) = (pool.CapacityType == CapacityType.Spot, type.Accelerator?.Count ?? 0);
        var price = region is null || pool.CapacityType == CapacityType.CapacityBlock ? null : isSpot ? NodePrices.Spot(type, region) : NodePrices.OnDemand(type, region);
        if (price is null)
        {
            _unknowns.Add($"pool {pool.Name}: nobody knows what a {type.Name} costs{(pool.CapacityType == CapacityType.CapacityBlock ? " in a capacity block" : isSpot ? " as spot" : "")}; its nodes count hours, and no dollars");
        }

        else if (price.Region != region)
        {
            _unknowns.Add($"pool {pool.Name}: what a {type.Name} costs in {region} isn't known; the price of {price.Region} stands in");
        }

        if (isSpot)
        {
            _unknowns.Add($"pool {pool.Name}: {SpotInterruptions.DefaultShareOfMonth:P0} of its spot nodes are taken back within a month; {SpotInterruptions.DefaultSource}");
        }

        var sharing = GpuSharingOf(inputs);
        return new SimulatedPool
        {
            Name = pool.Name,
            InstanceType = type.Name,
            Room = room,
            Gpus = gpus,
            Accelerator = type.Accelerator?.Model.Id,
            Sharing = sharing,
            PartMemory = gpus == 0 ? null : AdvertisedDevice.OfAny([type], SharingOf(inputs, sharing)).Min(device => device.Memory?.Bytes) is { } bytes ? new ByteSize(bytes) : null,
            PartsPerGpu = sharing == GpuSharingMode.None || gpus == 0 ? 1 : (int)(room.Accelerators / gpus),
            Min = pool.Least,
            Max = pool.Grows ? pool.Most > 0 ? pool.Most : null : pool.Least,
            Launcher = pool.Launcher,
            CapacityType = pool.CapacityType,
            ColdStartMicros = ColdStart(pool.Launcher),
            UsdPerHour = price?.Usd,
            Zones = pool.Zones,
            InterruptionsPerHour = isSpot ? SpotInterruptions.PerHour(SpotInterruptions.DefaultShareOfMonth) : 0,
            IdleMicros = idle,
        };
    }

    private SimulatedPool Elsewhere(string name, PodDemand room)
    {
        _unknowns.Add($"pool {name}: the plan doesn't say what its nodes are; each of its pods has a node at once, and costs nothing");
        return new SimulatedPool
        {
            Name = name,
            InstanceType = "",
            Room = room,
            Gpus = 0,
            Min = 0,
            Max = null,
            Launcher = NodeLauncher.Elsewhere,
            CapacityType = CapacityType.OnDemand,
            ColdStartMicros = 0,
            UsdPerHour = null,
            Zones = [""],
        };
    }

    private static PodDemand Endless => new(Unbounded, Unbounded, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    // As the scheduler would find a new node, with its daemon sets.
    private static PodDemand Room(Scene scene, NodeKind kind)
    {
        var free = scene.Supply.Template(kind).Free;
        long Of(string resource) => scene.Cluster.Resources.IndexOf(resource) is var index and >= 0 ? Math.Min(free[index], Unbounded) : 0;
        return new PodDemand(
            Of(ResourceNames.Cpu),
            Of(ResourceNames.Memory),
            kind.Allocatable.Keys.Where(resource => !_ordinary.Contains(resource)).ToImmutableSortedDictionary(resource => resource, Of, StringComparer.Ordinal));
    }

    private static GpuSharingMode GpuSharingOf(JsonObject inputs) => Enum.TryParse<GpuSharingMode>((string?)inputs["sharing"]?["mode"], out var mode) ? mode : GpuSharingMode.None;

    private static GpuSharing SharingOf(JsonObject inputs, GpuSharingMode mode) => (mode, inputs["sharing"]?["replicas"].Integer(), (string?)inputs["sharing"]?["migLayout"]) switch
    {
        (GpuSharingMode.TimeSlicing, { } parts, _) => GpuSharing.TimeSlicing(parts),
        (GpuSharingMode.Mps, { } parts, _) => GpuSharing.Mps(parts),
        (GpuSharingMode.Mig, _, { } layout) => GpuSharing.Mig(layout, MigStrategy.Single),
        _ => GpuSharing.None,
    };

    private static long ColdStart(NodeLauncher launcher) => launcher switch
    {
        NodeLauncher.Karpenter or NodeLauncher.AutoMode => JsonNumbers.Micros(ColdStartFigures.KarpenterNode.For(0)),
        // Where nobody adds nodes, Auto Scaling still replaces those that EC2 takes back.
        NodeLauncher.ClusterAutoscaler or NodeLauncher.Nobody => JsonNumbers.Micros(ColdStartFigures.ManagedNode.For(0)),
        _ => 0,
    };

    // Of Karpenter's own object; Cluster Autoscaler has one time for all pools.
    private static long? Idle(PlannedObjects objects, PlannedPool pool) =>
        objects.OfKind("NodePool").FirstOrDefault(found => found.Name == pool.Name && found.Resource.Parent == pool.Urn) is { } nodes
        && GoDuration.TryParse((string?)nodes.Inputs["spec"]?["disruption"]?["consolidateAfter"] ?? "", out var after)
            ? JsonNumbers.Micros(after.ToTimeSpan())
            : null;
}
