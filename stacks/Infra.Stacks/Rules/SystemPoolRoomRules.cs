using System.Collections.Immutable;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>
/// The system pool holds all controllers and add-ons at its minimum: it can't wait for a node autoscaler, which is one of them.
/// </summary>
internal static class SystemPoolRoomRules
{
    private const int MostNodes = 100;

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        var path = PlatformRules.Key("systemPool");
        if (settings.Cluster.Eks is not { } eks || settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode || problems.Cover(path) || problems.Cover(PlatformRules.Key("cluster")))
        {
            return;
        }

        var pool = settings.SystemPool ?? new SystemPoolConfig();
        var node = SmallestNode([.. pool.Types().Select(name => InstanceCatalog.Default.All.Single(type => type.Name == name))], eks, settings.Network);
        var packing = new NodePacking(node, SystemPoolPods.Of(settings, eks));
        var needed = packing.NodesNeeded(MostNodes);
        if (needed <= pool.Min)
        {
            return;
        }

        problems.Add(
            ConfigPath.Key(path, "min"),
            $"{Counted.Of(pool.Min, "node")} of {string.Join(" or ", pool.Types())} {(pool.Min == 1 ? "holds" : "hold")} {packing.Free * pool.Min} beside the daemon sets, "
            + $"but controllers and add-ons ask for {packing.Demand}; {Remedy(needed, pool)}");
    }

    private static string Remedy(int? needed, SystemPoolConfig pool) => needed switch
    {
        null => "no number of such nodes holds them: use larger instanceTypes",
        { } nodes when nodes > pool.Max => $"use larger instanceTypes, or raise min to {nodes} and max, which is {pool.Max}, with it",
        { } nodes => $"raise min to {nodes}, or use larger instanceTypes",
    };

    // EC2 gives any of the types, and all nodes of a group have the smallest limit of pods.
    private static Allocatable SmallestNode(ImmutableArray<InstanceType> types, EksConfig eks, NetworkConfig? network)
    {
        var pods = ManagedNodePods.Of(types, eks, network);
        var nodes = types.Select(type => type.AllocatableFor(pods)).ToList();
        return new Allocatable(
            new CpuQuantity(nodes.Min(node => node.Cpu.Millicores)), new ByteSize(nodes.Min(node => node.Memory.Bytes)), pods, nodes.Max(node => node.Basis));
    }
}
