using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Core.Nodes;
using Infra.Planning.Workloads;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

public sealed class NodeProvisionerTests
{
    private static readonly PodDemand _pod = Room(2000, 1);

    private static readonly NodeProvisionerSettings _clusterAutoscaler = new() { ScanMicros = 10 * Second, IdleMicros = 10 * Minute, DelayAfterAddMicros = 10 * Minute, MostRemovals = 10 };

    [Fact]
    public void Pods_get_nodes_of_the_first_pool_that_may_grow_as_few_as_do()
    {
        // Pool 0 has one GPU a node and at most 2 nodes, pool 1 four and at most 1. A node that comes is counted before another is asked for.
        var provisioner = new NodeProvisioner(_clusterAutoscaler, [Pool(1, 0, 2), Pool(4, 0, 1)]);
        var pending = Enumerable.Range(1, 8).Select(id => new PendingPod(id, _pod, [0, 1])).ToImmutableArray();

        var (state, decision) = provisioner.Decide(NodeProvisionerState.Empty, Minute, new ClusterObservation(pending, [new NodeReading(7, 0, false, Room(4000, 1), false)]));

        Assert.Equal<int>([0, 1], decision.Launches);
        Assert.Equal<int>([7, 8], decision.Unschedulable);
        Assert.Empty(decision.Removals);
        Assert.Equal(Minute, state.LastAddMicros);
    }

    [Fact]
    public void Nobody_launches_what_would_not_help()
    {
        var provisioner = new NodeProvisioner(_clusterAutoscaler, [Pool(1, 0, 2), Pool(4, 0, null) with { Launcher = NodeLauncher.Nobody }]);

        var (_, decision) = provisioner.Decide(NodeProvisionerState.Empty, 0, new ClusterObservation([new PendingPod(1, Room(2000, 2), [0, 1]), new PendingPod(2, _pod, [0])], [new NodeReading(0, 0, true, Room(3000, 1), true)]));

        Assert.Empty(decision.Launches);
        Assert.Equal<int>([1], decision.Unschedulable);
    }

    [Fact]
    public void Empty_nodes_go_after_ten_minutes_the_longest_empty_first_and_never_below_the_minimum()
    {
        var provisioner = new NodeProvisioner(_clusterAutoscaler, [Pool(1, 1, 5)]);
        NodeReading Node(int id, bool isEmpty) => new(id, 0, true, Room(4000, 1), isEmpty);

        var (state, _) = provisioner.Decide(NodeProvisionerState.Empty, 0, new ClusterObservation([], [Node(1, false), Node(2, true), Node(3, false)]));
        (state, _) = provisioner.Decide(state, Minute, new ClusterObservation([], [Node(1, true), Node(2, true), Node(3, true)]));
        Assert.Equal([KeyValuePair.Create(1, Minute), KeyValuePair.Create(2, 0L), KeyValuePair.Create(3, Minute)], state.EmptySince);

        (state, var early) = provisioner.Decide(state, (10 * Minute) - Second, new ClusterObservation([], [Node(1, true), Node(2, true), Node(3, true)]));
        Assert.Empty(early.Removals);
        (state, var first) = provisioner.Decide(state, 10 * Minute, new ClusterObservation([], [Node(1, true), Node(2, true), Node(3, true)]));
        Assert.Equal<int>([2], first.Removals);

        // A pod came to node 3 and went: its time begins anew. Node 1 would be the last but one.
        (state, _) = provisioner.Decide(state, (10 * Minute) + Second, new ClusterObservation([], [Node(1, true), Node(3, false)]));
        (state, var second) = provisioner.Decide(state, 11 * Minute, new ClusterObservation([], [Node(1, true), Node(3, true)]));
        Assert.Equal<int>([1], second.Removals);
        (_, var third) = provisioner.Decide(state, Hour, new ClusterObservation([], [Node(3, true)]));
        Assert.Empty(third.Removals);
    }

    [Fact]
    public void No_node_goes_for_ten_minutes_after_one_came()
    {
        var provisioner = new NodeProvisioner(_clusterAutoscaler, [Pool(1, 0, 5)]);
        ImmutableArray<NodeReading> idle = [new(1, 0, true, Room(4000, 0), true)];

        var (state, decision) = provisioner.Decide(NodeProvisionerState.Empty, 0, new ClusterObservation([new PendingPod(1, _pod, [0])], idle));
        Assert.Equal<int>([0], decision.Launches);
        (state, decision) = provisioner.Decide(state with { EmptySince = state.EmptySince.SetItem(1, -Hour) }, (10 * Minute) - 1, new ClusterObservation([], idle));
        Assert.Empty(decision.Removals);
        Assert.Equal<int>([1], provisioner.Decide(state, 10 * Minute, new ClusterObservation([], idle)).Decision.Removals);
    }

    [Fact]
    public void Karpenter_waits_by_pool_and_takes_one_at_a_time()
    {
        var provisioner = new NodeProvisioner(_clusterAutoscaler with { DelayAfterAddMicros = 0, MostRemovals = 1 }, [Pool(1, 0, 5) with { IdleMicros = 2 * Minute }]);
        ImmutableArray<NodeReading> idle = [new(1, 0, true, Room(4000, 1), true), new(2, 0, true, Room(4000, 1), true)];

        var (state, _) = provisioner.Decide(NodeProvisionerState.Empty, 0, new ClusterObservation([], idle));
        (state, var decision) = provisioner.Decide(state, 2 * Minute, new ClusterObservation([], idle));
        Assert.Equal<int>([1], decision.Removals);
        Assert.Equal<int>([2], provisioner.Decide(state, (2 * Minute) + (10 * Second), new ClusterObservation([], [idle[1]])).Decision.Removals);
    }

    [Fact]
    public void A_pod_goes_to_the_pool_that_it_prefers_and_there_to_the_emptiest_node()
    {
        ImmutableArray<NodeReading> nodes =
        [
            new(1, 1, true, Room(9000, 4), true), new(2, 0, true, Room(2500, 1), false), new(3, 0, true, Room(3000, 1), false), new(4, 0, true, Room(3000, 1), false), new(5, 0, false, Room(4000, 1), true),
        ];
        Assert.Equal(3, NodeChoice.Of(_pod, [0, 1], nodes));
        Assert.Equal(1, NodeChoice.Of(_pod, [1, 0], nodes));
        Assert.Equal(1, NodeChoice.Of(Room(2000, 2), [0, 1], nodes));
        Assert.Null(NodeChoice.Of(Room(2000, 5), [0, 1], nodes));
        Assert.Null(NodeChoice.Of(_pod, [2], nodes));
    }

    private static PodDemand Room(long cpu, long gpus) => new(cpu, 8_000_000_000, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal).Add("nvidia.com/gpu", gpus));

    private static SimulatedPool Pool(int gpus, int min, int? max) => new()
    {
        Name = $"{gpus} GPUs",
        InstanceType = "g4dn.xlarge",
        Room = new PodDemand(4000L * gpus, 64_000_000_000, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal).Add("nvidia.com/gpu", gpus)),
        Gpus = gpus,
        Min = min,
        Max = max,
        Launcher = NodeLauncher.ClusterAutoscaler,
        CapacityType = CapacityType.OnDemand,
        ColdStartMicros = 300 * Second,
        UsdPerHour = null,
        Zones = ["a"],
    };
}
