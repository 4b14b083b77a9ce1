using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;

namespace Infra.Planning.Resilience;

/// <summary>A pool of nodes as its component's inputs describe it: what pods see of a node, and how many there can be.</summary>
internal sealed class PlannedPool
{
    private readonly JsonObject _inputs;
    private readonly ImmutableArray<InstanceType> _types;
    private readonly ImmutableSortedDictionary<string, string> _labels;
    private readonly ImmutableArray<Taint> _taints;

    private PlannedPool(JsonObject inputs, bool isSystem)
    {
        _inputs = inputs;
        _types = [.. Texts("instanceTypes").Select(Type)];
        _labels = Labels();
        _taints = [.. isSystem ? Array.Empty<Taint>() : [PoolContract.OwnTaintOf(_types)], .. (_inputs["taints"] as JsonArray ?? []).Select(taint => Taint(taint!))];
    }

    public string Name => (string)_inputs["poolName"]!;

    /// <summary>The pools of a plan whose nodes somebody launches for it.</summary>
    public static ImmutableArray<PlannedPool> Of(IEnumerable<PlannedObject> objects) =>
    [
        .. objects.Where(found => found.Resource.Type is ComponentTypes.SystemNodePool or ComponentTypes.GpuNodePool or ComponentTypes.KarpenterNodePool or ComponentTypes.EksAutoModeNodes)
            .Select(found => new PlannedPool(found.Inputs, found.Resource.Type == ComponentTypes.SystemNodePool)),
    ];

    /// <summary>Whether its nodes take pods with these selectors, of which one has to hold, and tolerations.</summary>
    public bool Takes(IReadOnlyCollection<IReadOnlyDictionary<string, string[]>> selectors, IReadOnlyCollection<Toleration> tolerations) =>
        (selectors.Count == 0 || selectors.Any(selector => selector.All(label => _labels.TryGetValue(label.Key, out var value) && label.Value.Contains(value))))
        && _taints.Where(taint => taint.Effect != TaintEffect.PreferNoSchedule).All(taint => tolerations.Any(toleration => toleration.Covers(taint)));

    /// <summary>The same for a daemon set: of labels that nobody here sets on the nodes somebody else may, and room that is counted too much is no outage.</summary>
    public bool MayTakeDaemon(IReadOnlyCollection<IReadOnlyDictionary<string, string[]>> selectors, IReadOnlyCollection<Toleration> tolerations) =>
        Takes([.. selectors.Select(selector => selector.Where(label => _labels.ContainsKey(label.Key)).ToDictionary())], tolerations);

    /// <summary>The pool beside its daemon sets.</summary>
    /// <param name="daemons">What each of its nodes has to hold.</param>
    public DrainPool Beside(IEnumerable<NodeRoom> daemons)
    {
        var zones = Zones();
        var grows = (bool?)_inputs["nodeAutoscaler"] ?? true;
        var nodes = Number("maxNodes") ?? (grows ? Number("maxSize") : Number("minSize")) ?? 0;
        return new DrainPool(Name, zones, (bool?)_inputs["perZone"] == true ? nodes * zones.Length : nodes, new NodeSpace(daemons.Aggregate(Room(), (free, daemon) => free - daemon), Devices()));
    }

    private NodeRoom Room()
    {
        var pods = Number("podsPerNode") ?? _types.Min(type => type.MaxPods);
        var nodes = _types.Select(type => type.AllocatableFor(pods)).ToList();
        return new NodeRoom(nodes.Min(node => node.Cpu.Millicores), nodes.Min(node => node.Memory.Bytes), pods);
    }

    private ImmutableSortedDictionary<string, long> Devices()
    {
        if (_types.All(type => type.Accelerator is null))
        {
            return ImmutableSortedDictionary<string, long>.Empty;
        }

        var devices = AdvertisedDevice.OfAny(_types, Sharing()).ToImmutableSortedDictionary(device => device.Resource, device => (long)device.Count, StringComparer.Ordinal);
        return (bool?)_inputs["efa"] == true ? devices.SetItem(ExtendedResources.Efa, _types.Min(type => type.EfaInterfaces)) : devices;
    }

    private GpuSharing Sharing() => (string?)_inputs["sharing"]?["mode"] switch
    {
        nameof(GpuSharingMode.TimeSlicing) => GpuSharing.TimeSlicing((int)(double)_inputs["sharing"]!["replicas"]!),
        nameof(GpuSharingMode.Mps) => GpuSharing.Mps((int)(double)_inputs["sharing"]!["replicas"]!),
        nameof(GpuSharingMode.Mig) => GpuSharing.Mig((string)_inputs["sharing"]!["migLayout"]!, Enum.Parse<MigStrategy>((string)_inputs["sharing"]!["migStrategy"]!)),
        _ => GpuSharing.None,
    };

    private ImmutableSortedDictionary<string, string> Labels()
    {
        var labels = (_inputs["labels"] as JsonObject ?? []).ToImmutableSortedDictionary(label => label.Key, label => $"{label.Value}", StringComparer.Ordinal)
            .SetItem(NodeLabels.Pool, Name)
            .SetItem("kubernetes.io/os", "linux")
            .SetItem("kubernetes.io/arch", _types[0].Architecture.ToKubernetes());
        return Devices().Keys.Any(device => device.StartsWith("nvidia.com/", StringComparison.Ordinal)) ? labels.SetItem(NodeLabels.NvidiaGpuPresent, "true") : labels;
    }

    // Where no zone is named, each subnet is in one of its own.
    private ImmutableArray<string> Zones()
    {
        var named = (_inputs["zones"] as JsonArray ?? []).Select(zone => zone is JsonObject one ? (string)one["name"]! : (string)zone!).ToImmutableArray();
        return named.IsEmpty ? [.. Enumerable.Range(1, (_inputs["subnetIds"] as JsonArray)?.Count ?? 1).Select(number => $"zone {number}")] : named;
    }

    private IEnumerable<string> Texts(string key) => (_inputs[key] as JsonArray ?? []).Select(text => (string)text!);

    private int? Number(string key) => (int?)(double?)_inputs[key];

    private static Taint Taint(JsonNode taint) => new((string)taint["key"]!, (string?)taint["value"] ?? "", TaintEffects.FromKubernetes((string)taint["effect"]!)!.Value);

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException($"'{name}' is no instance type of the catalogue", nameof(name));
}
