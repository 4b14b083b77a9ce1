using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Core.Tests.Nodes;

public sealed class NodeStorageTests
{
    [Theory]
    [InlineData(0, 0, 100)]
    // 20 for the system, 3 x 4 for the image, 80 for pods and 1 reserved are 113; 9 / 10 of 126 hold them.
    [InlineData(4, 80, 130)]
    [InlineData(10, 600, 730)]
    [InlineData(10, 100_000, 16_384)]
    public void A_root_volume_holds_images_and_pods(long images, long pods, long volume) =>
        Assert.Equal(ByteSize.FromGibibytes(volume), NodeStorage.RootVolume(ByteSize.FromGibibytes(images), ByteSize.FromGibibytes(pods)));

    [Theory]
    [InlineData(4, 80)]
    [InlineData(9, 311)]
    public void What_is_left_to_pods_is_what_was_asked_for_beside_the_images(long images, long pods) => Assert.True(
        KubeletReservation.AllocatableStorage(NodeStorage.RootVolume(ByteSize.FromGibibytes(images), ByteSize.FromGibibytes(pods)))
        >= ByteSize.FromGibibytes(20 + (3 * images) + pods));

    // 125 GB on g4dn.xlarge, 225 GB on g4dn.2xlarge, 2 % for the file system.
    [Fact]
    public void Local_disks_count_by_the_type_that_has_the_least() =>
        Assert.Equal(new ByteSize(122_500_000_000), NodeStorage.LocalNvme([Type("g4dn.2xlarge"), Type("g4dn.xlarge")]));

    [Theory]
    [InlineData(100, 89)]
    [InlineData(1, 0)]
    public void The_volume_for_something_is_the_smallest_that_leaves_it(long volume, long allocatable)
    {
        var needed = KubeletReservation.VolumeFor(ByteSize.FromGibibytes(allocatable));

        Assert.True(needed <= ByteSize.FromGibibytes(volume + 1));
        Assert.True(KubeletReservation.AllocatableStorage(needed) >= ByteSize.FromGibibytes(allocatable));
        Assert.True(KubeletReservation.AllocatableStorage(new ByteSize(needed.Bytes - ByteSize.FromGibibytes(1).Bytes)) < ByteSize.FromGibibytes(allocatable) || allocatable == 0);
    }

    [Theory]
    [InlineData(2999, null, 100, "iops: 2999 is not between 3000 and 50000, 500 for each of 100 GiB")]
    [InlineData(50_001, null, 100, "iops: 50001 is not between 3000 and 50000, 500 for each of 100 GiB")]
    [InlineData(80_001, null, 200, "iops: 80001 is not between 3000 and 80000")]
    [InlineData(null, 124, 100, "throughput: 124 is not between 125 and 2000 MiB/s")]
    [InlineData(8000, 2001, 100, "throughput: 2001 is not between 125 and 2000 MiB/s")]
    [InlineData(null, 1000, 100, "throughput: 1000 MiB/s needs 4000 IOPS, but the volume has 3000; raise its IOPS")]
    [InlineData(4000, 1000, 100, "")]
    [InlineData(null, 750, 20, "")]
    [InlineData(null, null, 20, "")]
    public void Gp3_has_limits(int? iops, int? throughput, int size, string problem)
    {
        var problems = new ConfigProblems();
        VolumePerformanceRules.Check("iops", iops, "throughput", throughput, size, problems);

        Assert.Equal(problem, string.Join('\n', problems.All));
    }

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
