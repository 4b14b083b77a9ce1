using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Nodes;

/// <summary>
/// What a pool promises to those who run on it: labels, taints and devices. Derived once from the pool; node group,
/// daemon sets and workloads all use this value, so that nobody types a selector or a toleration.
/// </summary>
public sealed record PoolContract
{
    /// <summary>Name of the pool, unique within the environment.</summary>
    public required string Name { get; init; }

    /// <summary>All labels of a node in the pool that are known before it runs, in ordinal order.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>Labels that a pod must select to land on the pool; a subset of <see cref="Labels"/>.</summary>
    public required ImmutableSortedDictionary<string, string> Selector { get; init; }

    /// <summary>Taints that a pod must tolerate to land on the pool.</summary>
    public required ImmutableArray<Taint> Taints { get; init; }

    /// <summary>
    /// What every node advertises to pods, after sharing; empty without accelerators. Node group, device plugin, workloads, placement and
    /// Cluster Autoscaler (<see cref="NodeTemplateTags"/>) all count by it. Accelerators come first, EFA interfaces last.
    /// </summary>
    public ImmutableArray<AdvertisedDevice> Devices { get; init; } = [];

    /// <summary>How the GPUs are shared.</summary>
    public GpuSharing Sharing { get; init; } = GpuSharing.None;

    /// <summary>True if the nodes' image brings the device plugin, beside which there must be no second one.</summary>
    public bool BringsDevicePlugin { get; init; }

    /// <summary>The resource that a workload asks for if it names none: that of the smallest device; null for pools without accelerators.</summary>
    public string? DeviceResource => Devices.IsEmpty ? null : Devices[0].Resource;

    /// <summary>How many of them every node has at least; 0 without accelerators.</summary>
    public int DevicesPerNode => Devices.IsEmpty ? 0 : Devices[0].Count;

    /// <summary>EFA interfaces of every node; 0 where the pool uses none.</summary>
    public int EfaPerNode => Devices.FirstOrDefault(device => device.Resource == ExtendedResources.Efa)?.Count ?? 0;

    /// <summary>The contract of a managed pool, by the accelerators that its instance types have.</summary>
    /// <param name="name">Pool name.</param>
    /// <param name="instanceTypes">Instance types that the pool may launch, all with NVIDIA GPUs or all with Neuron devices.</param>
    /// <param name="labels">Further labels; <see cref="OwnLabels"/> are not among them.</param>
    /// <param name="taints">Further taints.</param>
    /// <param name="sharing">How GPUs are shared.</param>
    /// <param name="efa">Whether the nodes' EFA interfaces are in use.</param>
    /// <param name="ami">AMI type of the nodes.</param>
    public static PoolContract ForAccelerators(
        string name,
        IReadOnlyList<InstanceType> instanceTypes,
        IEnumerable<KeyValuePair<string, string>> labels,
        IEnumerable<Taint> taints,
        GpuSharing sharing,
        bool efa,
        AmiType ami)
    {
        ArgumentNullException.ThrowIfNull(ami);
        var contract = AdvertisedDevice.HasNeuron(instanceTypes)
            ? ForNeuron(name, instanceTypes, labels, taints)
            : ForNvidia(name, instanceTypes, labels, taints, sharing);
        return contract with
        {
            BringsDevicePlugin = ami.DevicePlugin == DevicePluginNeed.BroughtByImage,
            Devices = efa
                ? contract.Devices.Add(new AdvertisedDevice(ExtendedResources.Efa, instanceTypes.Min(type => type.EfaInterfaces), Memory: null, IsShared: false))
                : contract.Devices,
        };
    }

    /// <summary>The contract of a managed pool of NVIDIA GPU nodes.</summary>
    /// <param name="name">Pool name.</param>
    /// <param name="instanceTypes">Instance types that the pool may launch; a pod must fit the smallest.</param>
    /// <param name="labels">Further labels; <see cref="OwnLabels"/> are not among them.</param>
    /// <param name="taints">Further taints.</param>
    /// <param name="sharing">How the GPUs are shared; whole GPUs by default.</param>
    public static PoolContract ForNvidia(
        string name,
        IEnumerable<InstanceType> instanceTypes,
        IEnumerable<KeyValuePair<string, string>> labels,
        IEnumerable<Taint> taints,
        GpuSharing? sharing = null)
    {
        var types = instanceTypes.ToList();
        sharing ??= GpuSharing.None;
        var devices = AdvertisedDevice.Of(types, sharing);
        var selector = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(NodeLabels.Pool, name);
        return new PoolContract
        {
            Name = name,
            Labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .AddRange(labels)
                .SetItems(selector)
                .SetItem(NodeLabels.NvidiaGpuPresent, "true")
                .SetItems(GpuLabel(types, devices))
                .SetItems(SharingLabels(sharing)),
            Selector = selector,
            Taints = [OwnTaint, .. taints],
            Devices = devices,
            Sharing = sharing,
        };
    }

    /// <summary>
    /// The contract of a managed pool of Neuron nodes. It doesn't have Cluster Autoscaler's label of GPU nodes: a node with that label counts as
    /// not ready until it has an <c>nvidia.com/gpu</c> (<see cref="NodeLabels.Accelerator"/>).
    /// </summary>
    /// <param name="name">Pool name.</param>
    /// <param name="instanceTypes">Instance types with Neuron devices of one model; a pod must fit the smallest.</param>
    /// <param name="labels">Further labels; <see cref="OwnLabels"/> are not among them.</param>
    /// <param name="taints">Further taints.</param>
    public static PoolContract ForNeuron(
        string name,
        IEnumerable<InstanceType> instanceTypes,
        IEnumerable<KeyValuePair<string, string>> labels,
        IEnumerable<Taint> taints)
    {
        var selector = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(NodeLabels.Pool, name);
        return new PoolContract
        {
            Name = name,
            Labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).AddRange(labels).SetItems(selector),
            Selector = selector,
            Taints = [OwnNeuronTaint, .. taints],
            Devices = AdvertisedDevice.OfNeuron([.. instanceTypes]),
        };
    }

    /// <summary>The same as <see cref="OwnTaint"/> for a pool of Neuron nodes.</summary>
    public static Taint OwnNeuronTaint { get; } = new(ExtendedResources.Neuron, "present", TaintEffect.NoSchedule);

    /// <summary>The taint that a managed pool of NVIDIA nodes sets itself: it keeps pods that need no GPU off nodes that are paid by the GPU.</summary>
    public static Taint OwnTaint { get; } = new(ExtendedResources.NvidiaGpu, "present", TaintEffect.NoSchedule);

    /// <summary>The one of the two that a pool sets.</summary>
    /// <param name="instanceTypes">Its instance types.</param>
    public static Taint OwnTaintOf(IEnumerable<InstanceType> instanceTypes) => AdvertisedDevice.HasNeuron(instanceTypes) ? OwnNeuronTaint : OwnTaint;

    /// <summary>
    /// The taint of every edge pool: controllers and webhooks stay in AWS, next to the control plane that calls them, and what needs EC2 around it doesn't land there.
    /// </summary>
    public static Taint EdgeTaint { get; } = new("gpu-inference/edge", "present", TaintEffect.NoSchedule);

    /// <summary>The contract of nodes outside AWS that join an EKS cluster as hybrid nodes; they register with its labels and taints.</summary>
    /// <param name="name">Pool name.</param>
    /// <param name="vendor">What accelerators the nodes have.</param>
    /// <param name="devicesPerNode">How many of them every node has at least; 0 for CPU nodes.</param>
    /// <param name="labels">Further labels; <see cref="OwnLabels"/> are not among them.</param>
    /// <param name="taints">Further taints.</param>
    public static PoolContract ForEdge(
        string name, DeviceVendor vendor, int devicesPerNode, IEnumerable<KeyValuePair<string, string>> labels, IEnumerable<Taint> taints)
    {
        var selector = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(NodeLabels.Pool, name);
        var all = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).AddRange(labels).SetItems(selector);
        return new PoolContract
        {
            Name = name,
            Labels = vendor == DeviceVendor.Nvidia && devicesPerNode > 0 ? all.SetItem(NodeLabels.NvidiaGpuPresent, "true") : all,
            Selector = selector,
            Taints = [.. OwnEdgeTaints(vendor, devicesPerNode), .. taints],
            Devices = Whole(vendor, devicesPerNode),
        };
    }

    /// <summary>The taints that an edge pool sets itself.</summary>
    /// <param name="vendor">What accelerators the nodes have.</param>
    /// <param name="devicesPerNode">How many; 0 for CPU nodes.</param>
    public static ImmutableArray<Taint> OwnEdgeTaints(DeviceVendor vendor, int devicesPerNode) =>
        devicesPerNode > 0 ? [EdgeTaint, new Taint(vendor.Resource(), OwnTaint.Value, OwnTaint.Effect)] : [EdgeTaint];

    /// <summary>Keys of the labels that a managed pool sets itself.</summary>
    public static ImmutableArray<string> OwnLabels { get; } = [NodeLabels.Pool, NodeLabels.NvidiaGpuPresent, NodeLabels.Accelerator, NodeLabels.DevicePluginConfig, NodeLabels.MpsCapable, NodeLabels.MigConfig];

    /// <summary>The contract of nodes that somebody else manages, such as those of a local cluster.</summary>
    /// <param name="name">Pool name.</param>
    /// <param name="labels">Labels that select the nodes.</param>
    /// <param name="taints">Taints that the nodes carry.</param>
    /// <param name="gpusPerNode">Accelerators that every node advertises; 0 for CPU nodes.</param>
    /// <param name="vendor">What accelerators these are.</param>
    public static PoolContract ForExistingNodes(
        string name, IEnumerable<KeyValuePair<string, string>> labels, IEnumerable<Taint> taints, int gpusPerNode, DeviceVendor vendor = DeviceVendor.Nvidia)
    {
        var selector = labels.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new PoolContract
        {
            Name = name,
            Labels = selector,
            Selector = selector,
            Taints = [.. taints],
            Devices = Whole(vendor, gpusPerNode),
        };
    }

    private static ImmutableArray<AdvertisedDevice> Whole(DeviceVendor vendor, int count) =>
        count > 0 ? [new AdvertisedDevice(vendor.Resource(), count, Memory: null, IsShared: false)] : [];

    // A node whose pieces have names of their own has no nvidia.com/gpu, and with the label the autoscaler would wait for one for ever.
    private static IEnumerable<KeyValuePair<string, string>> GpuLabel(List<InstanceType> types, ImmutableArray<AdvertisedDevice> devices) =>
        devices.Any(device => device.Resource == ExtendedResources.NvidiaGpu)
            ? [new(NodeLabels.Accelerator, string.Join("_", types.Select(type => $"nvidia-{type.Accelerator?.Name}").Distinct()))]
            : [];

    private static IEnumerable<KeyValuePair<string, string>> SharingLabels(GpuSharing sharing)
    {
        if (sharing.PluginConfig is { } config)
        {
            yield return new(NodeLabels.DevicePluginConfig, config);
        }

        if (sharing.Mode == GpuSharingMode.Mps)
        {
            yield return new(NodeLabels.MpsCapable, "true");
        }

        if (sharing.MigLayout is { } layout)
        {
            yield return new(NodeLabels.MigConfig, layout);
        }
    }
}
