using System.Collections.Immutable;
using Infra.Planning.Placement.Diagnosis;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Placement.Scheduling.Filters;

namespace Infra.Planning.Placement;

/// <summary>What a scene looks like.</summary>
internal static class StateBuilder
{
    /// <summary>A state.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="scene">The scene.</param>
    /// <param name="pools">The pools, in the order that is shown.</param>
    /// <param name="hasOtherNodes">Whether there are nodes of which the plan says nothing.</param>
    /// <param name="isUpdate">Whether workloads are being updated.</param>
    public static PlacementState Of(string name, Scene scene, ImmutableArray<PlacementPool> pools, bool hasOtherNodes, bool isUpdate = false)
    {
        // What an autoscaler added for nothing it takes away again.
        var nodes = scene.Cluster.Nodes.Where(node => !scene.Supply.Added.Contains(node) || node.Pods.Exists(pod => !scene.GroupOf(pod).Workload.IsPerNode)).ToList();
        var byPool = nodes.ToLookup(node => node.Kind.Pool, StringComparer.Ordinal);
        var daemons = scene.Cluster.Kinds.Where(kind => scene.GroupOf(kind).Workload.IsPerNode).ToList();
        var placed = scene.Placed.GroupBy(one => one.Kind).Select(pods => new PlacedPods(scene.GroupOf(pods.Key).Workload, [.. pods.Select(one => one.Node.Name)]));
        var missing = scene.Missing.ToList();
        var judged = hasOtherNodes ? [.. missing.Where(one => HasPool(scene, one.Kind))] : missing;
        return new PlacementState(
            name,
            [.. pools.SelectMany(pool => byPool[pool.Name]).Select(node => Node(scene, node))],
            [
                .. daemons.Select(kind => new PlacedPods(scene.GroupOf(kind).Workload, [.. nodes.Where(node => node.Pods.Contains(kind)).Select(node => node.Name)])).Where(pods => pods.Count > 0),
                .. placed,
            ],
            [.. judged.Select(one => Trouble.Of(scene, one.Kind, one.Count, isUpdate))],
            [.. missing.Except(judged).Select(one => new PodsOnNode(scene.GroupOf(one.Kind).Workload, one.Count))],
            [.. pools.SelectMany(pool => Devices(scene, pool, byPool[pool.Name].ToList()))]);
    }

    // Who selects nodes of a pool that the plan knows, and has its labels, isn't for nodes of somebody else.
    private static bool HasPool(Scene scene, PodKind kind) =>
        scene.Supply.Groups.SelectMany(group => group.Pools.Kinds).Select(scene.Supply.Template).Any(node => NodeAffinity.Matches(kind.Spec, node) && TaintToleration.Untolerated(kind.Spec, node.Kind) is null);

    private static PlacedNode Node(Scene scene, ClusterNode node)
    {
        var requested = node.Pods.SelectMany(pod => scene.Cluster.Resources.Select((name, i) => (Name: name, Amount: pod.Requests[i]))).Where(request => request.Amount > 0)
            .GroupBy(request => request.Name, StringComparer.Ordinal).ToImmutableSortedDictionary(request => request.Key, request => request.Sum(one => one.Amount), StringComparer.Ordinal);
        return new PlacedNode(
            node.Name,
            node.Kind.Pool,
            node.Kind.Zone ?? "",
            node.Kind.Allocatable,
            requested,
            [.. node.Pods.GroupBy(pod => pod).Select(pods => new PodsOnNode(scene.GroupOf(pods.Key).Workload, pods.Count()))],
            scene.Supply.Added.Contains(node));
    }

    private static IEnumerable<DeviceUse> Devices(Scene scene, PlacementPool pool, List<ClusterNode> nodes)
    {
        if (pool.Device is null)
        {
            yield break;
        }

        // Pieces of different sizes have names of their own.
        var prefix = pool.Device.StartsWith("nvidia.com/", StringComparison.Ordinal) ? "nvidia.com/" : pool.Device;
        foreach (var (resource, number) in scene.Cluster.Resources.Select((name, i) => (name, i)).Where(one => one.name.StartsWith(prefix, StringComparison.Ordinal) && nodes.Exists(node => node.Kind.Allocatable.ContainsKey(one.name))))
        {
            // Of thousands of pods only few are different in what they ask for, and of nodes in where they are.
            var shapes = nodes.DistinctBy(node => node.Kind).ToDictionary(node => node.Kind, node => Shapes(scene, node, number));
            var total = nodes.Sum(node => node.Kind.Allocatable.GetValueOrDefault(resource));
            var free = nodes.Sum(node => node.Free[number]);
            yield return new DeviceUse(pool.Name, resource, total, total - free, nodes.Where(node => node.Free[number] > 0 && IsLost(node, shapes[node.Kind])).Sum(node => node.Free[number]));
        }
    }

    private static List<long[]> Shapes(Scene scene, ClusterNode node, int device) =>
        [.. scene.Cluster.Kinds.Where(kind => kind.Requests[device] > 0 && Wants(scene, kind, node)).Select(kind => kind.Requests).Distinct(RoomComparer.Instance)];

    private static bool IsLost(ClusterNode node, List<long[]> shapes) => shapes.Count > 0 && !shapes.Exists(requests => NodeResourcesFit.Fits(requests, node.Free));

    private static bool Wants(Scene scene, PodKind kind, ClusterNode node) =>
        NodeFilters.Lasting.All(filter => filter.Refuse(kind, node, scene.Cluster) is null);
}
