using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>A pool of nodes that models run on: nodes with GPUs or Neuron devices that the stack manages, or nodes that exist already.</summary>
public sealed record PoolConfig : IConfigRules
{
    /// <summary>Name that models refer to; unique, and the value of the node label <c>gpu-inference/pool</c>.</summary>
    [Matches("[a-z]([a-z0-9-]{0,30}[a-z0-9])?", "a lower-case name of letters, digits and '-', at most 32 characters")]
    public required string Name { get; init; }

    /// <summary>
    /// EC2 instance types with NVIDIA GPUs or Neuron devices of one kind, in order of preference (which holds for on-demand capacity; for
    /// spot EKS chooses by price and capacity). Required unless the nodes exist. Changing them replaces the pool's nodes.
    /// </summary>
    public ImmutableArray<string> InstanceTypes { get; init; } = [];

    /// <summary>
    /// How the instances are bought. A capacity block needs reservation.id, one instance type and one zone; EC2 ends its instances before
    /// the block ends, and EKS updates the pool only at size 0. Default: onDemand.
    /// </summary>
    public CapacityType CapacityType { get; init; } = CapacityType.OnDemand;

    /// <summary>Reserved capacity that instances are launched into; not for spot. Default: none.</summary>
    public ReservationConfig? Reservation { get; init; }

    /// <summary>Whether instance types whose end is near or past are meant, such as p3. Default: false; they are then refused.</summary>
    public bool Legacy { get; init; }

    /// <summary>Bounds of the pool's size. Required unless the nodes exist.</summary>
    public CapacityConfig? Capacity { get; init; }

    /// <summary>EKS AMI type. Default: Amazon Linux 2023 with architecture and driver of the instance types, such as AL2023_x86_64_NVIDIA.</summary>
    public string? AmiType { get; init; }

    /// <summary>
    /// AMI release version, in quotes; with Karpenter the tag of a release will do. Default: none; EKS then takes the newest when it creates the pool, and again
    /// whenever the pool's launch template changes. Karpenter needs it.
    /// </summary>
    [Matches("v([0-9]{8}|[0-9]+[.][0-9]+[.][0-9]+)|[0-9]+[.][0-9]+[.][0-9]+-([0-9]{8}|[0-9a-f]{8})", "a release version in quotes, such as \"1.34.2-20260917\" (AL2023) or \"1.26.1-943d9a41\" (Bottlerocket), or for Karpenter a tag such as \"v20260917\"")]
    public string? AmiReleaseVersion { get; init; }

    /// <summary>Root volume of every node in whole GiB. Default: 100Gi with localNvme; else what images and models of the pool need, at least as much.</summary>
    [InRange<ByteSize>(Min = "20Gi", Max = "16Ti")]
    public ByteSize? RootVolume { get; init; }

    /// <summary>IOPS of the root volume, at most 500 per GiB. Default: 3000, those of every gp3 volume.</summary>
    [InRange(Min = VolumePerformanceRules.BaselineIops, Max = VolumePerformanceRules.MaxIops)]
    public int? RootVolumeIops { get; init; }

    /// <summary>Throughput of the root volume in MiB/s, at most a quarter of its IOPS. Default: 125, that of every gp3 volume.</summary>
    [InRange(Min = VolumePerformanceRules.BaselineThroughput, Max = VolumePerformanceRules.MaxThroughput)]
    public int? RootVolumeThroughput { get; init; }

    /// <summary>
    /// Whether images and models are on the instance's local NVMe disks, joined to one, instead of the root volume: faster by far, and gone
    /// with the node. Needs instance types that have them. Default: false.
    /// </summary>
    public bool LocalNvme { get; init; }

    /// <summary>How container images get to the nodes. Default: as containerd pulls them, onto an empty volume.</summary>
    public ImagesConfig Images { get; init; } = new();

    /// <summary>Zones of the pool, out of the cluster's. Default: all of them.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>
    /// Whether each zone has a node group of its own, so that a node autoscaler can choose the zone: for volumes that lie in one zone, and for
    /// an even spread from zero. The pool's capacity is then that of each zone. Default: false.
    /// </summary>
    public bool PerZone { get; init; }

    /// <summary>
    /// Whether nodes use their EFA interfaces, for models that span nodes. Needs instance types that have them, and one zone. Default: false.
    /// </summary>
    public bool Efa { get; init; }

    /// <summary>How EKS replaces nodes of a node group when AMI release or settings change.</summary>
    public NodeUpdateConfig Update { get; init; } = new();

    /// <summary>How EKS repairs broken nodes of a node group.</summary>
    public NodeRepairConfig Repair { get; init; } = new();

    /// <summary>Further labels of the nodes.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Further taints of the nodes.</summary>
    public ImmutableArray<TaintConfig> Taints { get; init; } = [];

    /// <summary>How several containers use one GPU. Default: they don't; a container has whole GPUs.</summary>
    public SharingConfig? Sharing { get; init; }

    /// <summary>Room that the pool holds ready. Default: none.</summary>
    public HeadroomConfig? Headroom { get; init; }

    /// <summary>Nodes that somebody else manages, chosen by label. Excludes everything that describes new nodes.</summary>
    public ExistingNodesConfig? ExistingNodes { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (ExistingNodes is not null)
        {
            foreach (var key in KeysOfNewNodes())
            {
                problems.Add(ConfigPath.Key(path, key), "describes new nodes, but existingNodes says that somebody else manages them; remove one of the two");
            }

            return;
        }

        if (InstanceTypes.IsEmpty)
        {
            problems.Add(ConfigPath.Key(path, "instanceTypes"), "missing; name at least one EC2 instance type with NVIDIA GPUs, such as g4dn.xlarge, or describe existingNodes");
        }

        if (Capacity is null)
        {
            problems.Add(ConfigPath.Key(path, "capacity"), "missing; say the most nodes that the pool may have, such as capacity: {max: 2}");
        }

        if (RootVolume?.Bytes % ByteSize.FromGibibytes(1).Bytes is > 0)
        {
            problems.Add(ConfigPath.Key(path, "rootVolume"), $"{RootVolume} is no whole number of GiB, which EBS asks for");
        }
    }

    private IEnumerable<string> KeysOfNewNodes()
    {
        var defaults = new PoolConfig { Name = Name };
        return new (string Key, bool IsSet)[]
        {
            ("instanceTypes", !InstanceTypes.IsEmpty),
            ("capacityType", CapacityType != defaults.CapacityType),
            ("capacity", Capacity is not null),
            ("reservation", Reservation is not null),
            ("legacy", Legacy),
            ("amiType", AmiType is not null),
            ("amiReleaseVersion", AmiReleaseVersion is not null),
            ("rootVolume", RootVolume is not null),
            ("rootVolumeIops", RootVolumeIops is not null),
            ("rootVolumeThroughput", RootVolumeThroughput is not null),
            ("localNvme", LocalNvme),
            ("images.parallelPull", Images.ParallelPull),
            ("images.snapshot", Images.Snapshot is not null),
            ("zones", !Zones.IsEmpty),
            ("perZone", PerZone),
            ("efa", Efa),
            ("sharing", Sharing is not null),
            ("update", Update != defaults.Update),
            ("repair", Repair != defaults.Repair),
            ("labels", !Labels.IsEmpty),
            ("taints", !Taints.IsEmpty),
        }.Where(entry => entry.IsSet).Select(entry => entry.Key);
    }
}

/// <summary>Bounds of a pool's size in nodes.</summary>
public sealed record CapacityConfig : IConfigRules
{
    /// <summary>
    /// Fewest nodes. Default: 0, which costs nothing while nothing runs. Where a node autoscaler owns the pool's size, EKS
    /// refuses a minimum above the present size: scale the node group up first.
    /// </summary>
    [InRange(Min = 0, Max = 1000)]
    public int Min { get; init; }

    /// <summary>Most nodes; the ceiling of the bill.</summary>
    [InRange(Min = 1, Max = 1000)]
    public required int Max { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Max < Min)
        {
            problems.Add(ConfigPath.Key(path, "max"), $"{Max} is less than min, which is {Min}");
        }
    }
}

/// <summary>A node taint.</summary>
public sealed record TaintConfig
{
    /// <summary>Key of the taint.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>Value of the taint. Default: empty.</summary>
    public string Value { get; init; } = "";

    /// <summary>What happens to pods that don't tolerate it. Default: NoSchedule.</summary>
    public TaintEffect Effect { get; init; } = TaintEffect.NoSchedule;

    /// <summary>The taint that this describes.</summary>
    internal Taint ToTaint() => new(Key, Value, Effect);
}

/// <summary>Nodes that exist already.</summary>
public sealed record ExistingNodesConfig : IConfigRules
{
    /// <summary>Labels that select the nodes; at least one.</summary>
    [NonEmpty]
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>Taints that the nodes carry.</summary>
    public ImmutableArray<TaintConfig> Taints { get; init; } = [];

    /// <summary>Accelerators that every node has. Default: 0.</summary>
    [InRange(Min = 0, Max = 16)]
    public int GpusPerNode { get; init; }

    /// <summary>What accelerators these are. Default: nvidia.</summary>
    public DeviceVendor Accelerator { get; init; }

    /// <summary>Whether the stack installs their device plugin. Default: false; somebody else has done so.</summary>
    public bool DevicePlugin { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (DevicePlugin && GpusPerNode == 0)
        {
            problems.Add(ConfigPath.Key(path, "devicePlugin"), "the nodes have no accelerators that it could advertise; say gpusPerNode or remove it");
        }
    }
}
