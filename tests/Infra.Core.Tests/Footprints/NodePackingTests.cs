using Infra.Core.Catalog;
using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Core.Tests.Footprints;

public sealed class NodePackingTests
{
    private static readonly Allocatable _node = new(new CpuQuantity(2000), ByteSize.FromGibibytes(4), 10, FactBasis.Measured);

    [Fact]
    public void A_daemon_set_is_on_every_node_and_takes_a_pod_there() =>
        Assert.Equal(new NodeRoom(1750, ByteSize.FromMebibytes(3996).Bytes, 8), Packing(Daemon(200, 0), Daemon(50, 100), Controller(2, 100, 10)).Free);

    [Fact]
    public void Every_replica_counts() => Assert.Equal(
        "230m CPU, 21Mi memory and 3 pods",
        Packing(Daemon(200, 100), Controller(2, 100, 10), Controller(1, 30, 1)).Demand.ToString());

    [Theory]
    [InlineData(2, 900, 100, 1)]
    [InlineData(4, 900, 100, 2)]
    [InlineData(5, 900, 100, 3)]
    [InlineData(2, 100, 2500, 2)]
    [InlineData(9, 0, 0, 1)]
    [InlineData(10, 0, 0, 2)]
    public void Processor_memory_and_number_of_pods_each_limit_a_node(int replicas, int millicores, int mebibytes, int nodes) =>
        Assert.Equal(nodes, Packing(Daemon(100, 0), Controller(replicas, millicores, mebibytes)).NodesNeeded(100));

    // Three times 1000m are less than twice 1900m, but the third lies on no node.
    [Fact]
    public void A_pod_is_not_split_over_nodes()
    {
        var packing = Packing(Daemon(100, 0), Controller(3, 1000, 0));

        Assert.True(packing.Demand.FitsInto(packing.Free * 2));
        Assert.Equal(3, packing.NodesNeeded(100));
    }

    // Small pods first would fill both nodes evenly and leave the great one outside.
    [Fact]
    public void Great_pods_find_their_place_before_small_ones() =>
        Assert.Equal(2, Packing(Controller(10, 200, 0), Controller(1, 2000, 0)).NodesNeeded(100));

    [Fact]
    public void What_fits_no_node_fits_no_number_of_them()
    {
        Assert.Null(Packing(Controller(1, 2001, 0)).NodesNeeded(100));
        Assert.Null(Packing(Daemon(2001, 0)).NodesNeeded(100));
        Assert.Null(Packing(Controller(11, 2000, 0)).NodesNeeded(10));
    }

    [Fact]
    public void Nothing_fits_one_node() => Assert.Equal(1, Packing().NodesNeeded(100));

    private static NodePacking Packing(params PodFootprint[] footprints) => new(_node, footprints);

    private static PodFootprint Daemon(int millicores, int mebibytes) => Of(WorkloadKind.DaemonSet, 1, millicores, mebibytes);

    private static PodFootprint Controller(int replicas, int millicores, int mebibytes) => Of(WorkloadKind.Deployment, replicas, millicores, mebibytes);

    private static PodFootprint Of(WorkloadKind kind, int replicas, int millicores, int mebibytes) => new()
    {
        Workload = "x",
        Kind = kind,
        Replicas = replicas,
        Cpu = new CpuQuantity(millicores),
        Memory = ByteSize.FromMebibytes(mebibytes),
        Source = "this test",
    };
}
