using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Nodes;
using Infra.Planning.Model;
using Infra.Planning.Placement;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Tests.Placement;

/// <summary>Small clusters with all that makes filters refuse: few resources, zones, taints, pods that avoid or want each other, spread.</summary>
internal static class RandomClusters
{
    private static readonly string[] _zones = ["a", "b", "c"];
    private static readonly string[] _apps = ["red", "blue"];

    /// <summary>Pools of one zone, some of which grow, and pods with their numbers.</summary>
    public static Arbitrary<(PoolGroup[] Pools, PodGroup[] Pods)> All { get; } = (
        from pools in Pools.ArrayOf().Where(pools => pools.Length is > 0 and < 7)
        from pods in Pods.ArrayOf().Where(pods => pods.Length < 9)
        select (pools.Select(Named).ToArray(), pods.Select(Named).ToArray())).ToArbitrary();

    private static Gen<PoolGroup> Pools =>
        from zone in Gen.Elements(_zones)
        from cpu in Gen.Choose(1, 8)
        from gpus in Gen.Choose(0, 4)
        from isTainted in Gen.Elements(true, false)
        from least in Gen.Choose(0, 2)
        from more in Gen.Choose(0, 2)
        select Pool(zone, cpu, gpus, isTainted, least, least + more);

    private static Gen<PodGroup> Pods =>
        from app in Gen.Elements(_apps)
        from cpu in Gen.Choose(0, 3)
        from gpus in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        from zone in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements(_zones).Select(zone => (string?)zone)))
        from tolerates in Gen.Elements(true, false)
        from avoids in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements(_apps).Select(other => (string?)other)))
        from wants in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Elements(_apps).Select(other => (string?)other)))
        from key in Gen.Elements(NodeLabels.Zone, NodeLabels.Hostname)
        from isSpread in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from port in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Constant(80)))
        from priority in Gen.Choose(-1, 1)
        from count in Gen.Choose(1, 4)
        select Group(count, new PodSpec
        {
            Name = "",
            Labels = Labels(("app", app)),
            Requests = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, long>[] { new("cpu", cpu * 1000), new("nvidia.com/gpu", gpus) }.Where(request => request.Value > 0)),
            NodeSelector = zone is null ? Labels() : Labels((NodeLabels.Zone, zone)),
            Tolerations = tolerates ? [new PodToleration("", "Exists", "", null)] : [],
            AntiAffinity = avoids is null ? [] : [Term(avoids, key)],
            Affinity = wants is null ? [] : [Term(wants, key)],
            Spread = isSpread ? [new SpreadConstraint(1, key, Selector(app))] : [],
            HostPorts = port == 0 ? [] : [new HostPort(HostPort.AnyAddress, "TCP", port)],
            Priority = priority,
        });

    /// <summary>A kind of node as the pools have it.</summary>
    public static NodeKind Node(string name, string zone, int cpu, int gpus, bool isTainted) => new()
    {
        Name = name,
        Pool = name,
        Labels = Labels((NodeLabels.Zone, zone)),
        Taints = isTainted ? [new Taint("gpu", "", TaintEffect.NoSchedule)] : [],
        Allocatable = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, long>[] { new("cpu", cpu * 1000), new("memory", 1 << 30), new("pods", 10), new("nvidia.com/gpu", gpus) }),
    };

    public static LabelSelector Selector(string app) => new([new LabelRequirement("app", "In", [app])]);

    public static ImmutableSortedDictionary<string, string> Labels(params IEnumerable<(string Key, string Value)> labels) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, labels.Select(label => KeyValuePair.Create(label.Key, label.Value)));

    private static AffinityTerm Term(string app, string key) => new(Selector(app), ["default"], null, key);

    private static PoolGroup Pool(string zone, int cpu, int gpus, bool isTainted, int least, int most) => new(
        "",
        new PlacementPool { Name = "", Urn = null, Launcher = NodeLauncher.ClusterAutoscaler, InstanceTypes = [], CapacityType = CapacityType.OnDemand, Zones = [zone], Least = least, Most = most, Device = null, DevicesPerNode = gpus },
        [Node("", zone, cpu, gpus, isTainted)],
        least,
        most,
        0);

    private static PoolGroup Named(PoolGroup group, int number) => group with { Name = $"pool{number}", Pool = group.Pool with { Name = $"pool{number}" }, Kinds = [.. group.Kinds.Select(kind => kind with { Name = $"pool{number}", Pool = $"pool{number}" })] };

    private static PodGroup Named(PodGroup group, int number) => group with { Spec = group.Spec with { Name = $"pod{number}" }, Workload = group.Workload with { Name = $"pod{number}" } };

    private static PodGroup Group(int count, PodSpec spec) => new(
        new PodWorkload { Kind = "Deployment", Name = "", Urn = Urn.Parse("urn:pulumi:test::test::kubernetes:apps/v1:Deployment::pods") }, spec, count, count, count, false);
}
