using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Planning.Model;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Reading;

/// <summary>Pools of which a plan says what their nodes promise, but neither how large the nodes are nor how many there can be.</summary>
internal static class ElsewherePools
{
    private static readonly Taint _critical = new("CriticalAddonsOnly", "", TaintEffect.NoSchedule);

    /// <summary>Nodes outside AWS that join the cluster.</summary>
    public static PoolGroup Of(PoolContract contract, Urn urn) => Group(
        Pool(contract.Name, NodeLauncher.Elsewhere) with { Urn = urn, Device = contract.DeviceResource, DevicesPerNode = contract.DevicesPerNode },
        // Which architecture it is, nobody says; pods for either are for these nodes.
        [.. Enum.GetValues<CpuArchitecture>().Select(architecture => contract.Labels.SetItem("kubernetes.io/arch", architecture.ToKubernetes()))],
        contract.Taints,
        contract.Devices.ToImmutableSortedDictionary(device => device.Resource, device => (long)device.Count, StringComparer.Ordinal));

    /// <summary>The node pools that EKS Auto Mode brings itself (EKS user guide, "Enable or disable built-in NodePools"): "system" is for critical add-ons and of both architectures.</summary>
    public static IEnumerable<PoolGroup> OfAutoMode() => AutoModeNames.NodePools.Select(name => Group(
        Pool(name, NodeLauncher.AutoMode),
        [
            .. Enum.GetValues<CpuArchitecture>().Where(architecture => architecture == CpuArchitecture.Amd64 || name == "system").Select(architecture => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("kubernetes.io/arch", architecture.ToKubernetes()).Add("karpenter.sh/nodepool", name).Add("karpenter.sh/capacity-type", "on-demand").Add(NodeLabels.ComputeType, "auto")),
        ],
        name == "system" ? [_critical] : [],
        ImmutableSortedDictionary<string, long>.Empty));

    private static PlacementPool Pool(string name, NodeLauncher launcher) => new()
    {
        Name = name,
        Urn = null,
        Launcher = launcher,
        InstanceTypes = [],
        CapacityType = CapacityType.OnDemand,
        Zones = [],
        Least = 0,
        Most = null,
        Device = null,
        DevicesPerNode = 0,
    };

    private static PoolGroup Group(
        PlacementPool pool, IEnumerable<ImmutableSortedDictionary<string, string>> labels, ImmutableArray<Taint> taints, ImmutableSortedDictionary<string, long> devices) => new(
        pool.Name,
        pool,
        [.. labels.Select(kind => new NodeKind
        {
            Name = $"{pool.Name}, {kind["kubernetes.io/arch"]}",
            Pool = pool.Name,
            Labels = kind.SetItem("kubernetes.io/os", "linux"),
            Taints = taints,
            Allocatable = devices,
            IsUnbounded = true,
        })],
        0,
        null,
        int.MaxValue);
}
