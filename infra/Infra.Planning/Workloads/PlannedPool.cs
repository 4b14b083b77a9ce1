using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Planning.Model;

namespace Infra.Planning.Workloads;

/// <summary>A pool of nodes as its component's inputs describe it: what pods see of a node, and how many there can be.</summary>
internal sealed class PlannedPool
{
    private readonly JsonObject _inputs;
    private readonly PoolContract _contract;

    private PlannedPool(PlannedObject found, ImmutableArray<string> networkZones)
    {
        _inputs = found.Inputs;
        Urn = found.Resource.Urn;
        Launcher = found.Resource.Type switch
        {
            ComponentTypes.KarpenterNodePool => NodeLauncher.Karpenter,
            ComponentTypes.EksAutoModeNodes => NodeLauncher.AutoMode,
            _ => (bool?)_inputs["nodeAutoscaler"] ?? true ? NodeLauncher.ClusterAutoscaler : NodeLauncher.Nobody,
        };
        Types = [.. Texts(_inputs, "instanceTypes").Select(Type)];
        if (Types.IsEmpty)
        {
            throw new InvalidOperationException($"pool '{Name}': the plan doesn't know its instance types, so that nobody knows what its nodes offer; give instanceTypes a value that is known before an update");
        }

        _contract = Contract(found.Resource.Type == ComponentTypes.SystemNodePool);
        Labels = _contract.Labels.SetItem("kubernetes.io/os", "linux").SetItem("kubernetes.io/arch", Types[0].Architecture.ToKubernetes());
        Zones = ZonesOf(networkZones);
        Smallest = SmallestOf(Types, Number("podsPerNode") ?? Types.Min(type => type.MaxPods));
    }

    public string Name => (string)_inputs["poolName"]!;

    /// <summary>The component.</summary>
    public Urn Urn { get; }

    public NodeLauncher Launcher { get; }

    /// <summary>Any of them may be launched.</summary>
    public ImmutableArray<InstanceType> Types { get; }

    /// <summary>Name of its node group, or what the names of the zones' groups begin with.</summary>
    public string GroupName => (string?)_inputs["nodeGroupName"] ?? Name;

    /// <summary>Whether the nodes' image brings the device plugin of its accelerators.</summary>
    public bool BringsDevicePlugin => Launcher == NodeLauncher.AutoMode
        || ((string?)_inputs["amiType"] is { } ami && AmiTypes.TryGet(ami, out var type) && type.DevicePlugin == DevicePluginNeed.BroughtByImage);

    public CapacityType CapacityType => (string?)_inputs["capacityType"] is { } type ? CapacityTypes.FromEks(type) ?? CapacityType.OnDemand : CapacityType.OnDemand;

    public ImmutableArray<string> Zones { get; }

    /// <summary>Whether each zone has a node group of its own, of which the bounds are.</summary>
    public bool IsPerZone => (bool?)_inputs["perZone"] == true;

    /// <summary>Labels that are known before there is a node, without those of the single node.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; }

    public ImmutableArray<Taint> Taints => _contract.Taints;

    /// <summary>Devices by their resource: of the type that has the fewest.</summary>
    public ImmutableSortedDictionary<string, int> Devices => _contract.Devices.ToImmutableSortedDictionary(device => device.Resource, device => device.Count, StringComparer.Ordinal);

    /// <summary>The resource that pods of the pool ask for if they name none; null without accelerators.</summary>
    public string? DeviceResource => _contract.DeviceResource;

    /// <summary>What the smallest of its nodes offers, daemon sets included.</summary>
    public Allocatable Smallest { get; }

    /// <summary>Disk that pods may use on the node that has the least.</summary>
    public ByteSize Disk => Types.Select(type => type.AllocatableStorage(
        ByteSize.FromGibibytes(Number("rootVolumeGiB") ?? 0), (bool?)_inputs["localNvme"] == true || Launcher == NodeLauncher.AutoMode)).Min();

    public bool Grows => Launcher != NodeLauncher.Nobody;

    /// <summary>Nodes that are always there.</summary>
    public int Least => Times(Number("minSize") ?? 0);

    /// <summary>Most nodes, whoever adds them.</summary>
    public int Most => Times(Number("maxNodes") ?? Number("maxSize") ?? 0);

    /// <summary>The pools of a plan whose nodes somebody launches for it.</summary>
    public static ImmutableArray<PlannedPool> Of(PlannedObjects objects)
    {
        var zones = objects.OfType(ComponentTypes.ClusterNetwork).Select(network => NamedZones(network.Inputs)).FirstOrDefault([]);
        return
        [
            .. objects.All.Where(IsPool).Select(found => new PlannedPool(found, zones)),
        ];
    }

    /// <summary>Whether the catalogue has every instance type of a plan's pools, so that <see cref="Of"/> can say what their nodes offer.</summary>
    public static bool AreKnown(PlannedObjects objects) => objects.All.Where(IsPool).All(found =>
        Texts(found.Inputs, "instanceTypes").ToList() is { Count: > 0 } names && names.TrueForAll(name => InstanceCatalog.Default.TryGet(name, out _)));

    /// <summary>Whether its nodes take pods with these selectors, of which one has to hold, and tolerations.</summary>
    public bool Takes(IReadOnlyCollection<IReadOnlyDictionary<string, string[]>> selectors, IReadOnlyCollection<Toleration> tolerations) =>
        (selectors.Count == 0 || selectors.Any(selector => selector.All(label => Labels.TryGetValue(label.Key, out var value) && label.Value.Contains(value))))
        && Taints.Where(taint => taint.Effect != TaintEffect.PreferNoSchedule).All(taint => tolerations.Any(toleration => toleration.Covers(taint)));

    /// <summary>The same for a daemon set: of labels that nobody here sets on the nodes somebody else may, and room that is counted too much is no outage.</summary>
    public bool MayTakeDaemon(IReadOnlyCollection<IReadOnlyDictionary<string, string[]>> selectors, IReadOnlyCollection<Toleration> tolerations) =>
        Takes([.. selectors.Select(selector => selector.Where(label => Labels.ContainsKey(label.Key)).ToDictionary())], tolerations);

    private PoolContract Contract(bool isSystem)
    {
        var labels = (_inputs["labels"] as JsonObject ?? []).Select(label => KeyValuePair.Create(label.Key, $"{label.Value}"));
        if (isSystem)
        {
            var selector = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(NodeLabels.Pool, Name);
            return new PoolContract { Name = Name, Labels = selector.SetItems(labels).SetItems(selector), Selector = selector, Taints = [] };
        }

        var taints = (_inputs["taints"] as JsonArray ?? []).Where(taint => taint?["key"] is not null && taint["effect"] is not null).Select(taint => new Taint((string)taint!["key"]!, (string?)taint["value"] ?? "", TaintEffects.FromKubernetes((string)taint["effect"]!)!.Value));
        // Which image it is makes no difference to pods.
        return PoolContract.ForAccelerators(Name, Types, labels, taints, Sharing(), (bool?)_inputs["efa"] == true, AmiTypes.All[0]);
    }

    private static Allocatable SmallestOf(ImmutableArray<InstanceType> types, int pods)
    {
        var nodes = types.Select(type => type.AllocatableFor(pods)).ToList();
        return new Allocatable(nodes.Min(node => node.Cpu), nodes.Min(node => node.Memory), pods, nodes.Max(node => node.Basis));
    }

    private GpuSharing Sharing() => (string?)_inputs["sharing"]?["mode"] switch
    {
        nameof(GpuSharingMode.TimeSlicing) => GpuSharing.TimeSlicing((int)(double)_inputs["sharing"]!["replicas"]!),
        nameof(GpuSharingMode.Mps) => GpuSharing.Mps((int)(double)_inputs["sharing"]!["replicas"]!),
        nameof(GpuSharingMode.Mig) => GpuSharing.Mig((string)_inputs["sharing"]!["migLayout"]!, Enum.Parse<MigStrategy>((string)_inputs["sharing"]!["migStrategy"]!)),
        _ => GpuSharing.None,
    };

    // Where no zone is named, each subnet is in one of its own: the network's, if they are as many.
    private ImmutableArray<string> ZonesOf(ImmutableArray<string> networkZones)
    {
        var named = NamedZones(_inputs);
        var subnets = (_inputs["subnetIds"] as JsonArray)?.Count ?? Math.Max(1, networkZones.Length);
        return !named.IsEmpty ? named
            : networkZones.Length == subnets ? networkZones
            : [.. Enumerable.Range(1, subnets).Select(number => $"zone {number}")];
    }

    private int Times(int nodes) => IsPerZone ? nodes * Zones.Length : nodes;

    private static ImmutableArray<string> NamedZones(JsonObject inputs) =>
        [.. (inputs["zones"] as JsonArray ?? []).Select(zone => zone is JsonObject one ? (string)one["name"]! : (string)zone!)];

    private int? Number(string key) => (int?)(double?)_inputs[key];

    private InstanceType Type(string name) => InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new InvalidOperationException(
        $"pool '{Name}': '{name}' is no instance type of the catalogue, so that nobody knows what its nodes offer; add it to infra/Infra.Core/Catalog/Data/instance-types.json, or give the pool one that './run catalog instances' lists");

    /// <summary>Whether a resource is a pool of this kind.</summary>
    public static bool IsPool(PlannedObject found) =>
        found.Resource.Type is ComponentTypes.SystemNodePool or ComponentTypes.GpuNodePool or ComponentTypes.KarpenterNodePool or ComponentTypes.EksAutoModeNodes;

    private static IEnumerable<string> Texts(JsonObject inputs, string key) => (inputs[key] as JsonArray ?? []).OfType<JsonNode>().Select(text => (string)text!);
}
