using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class AllocatableStorageTests
{
    // A tenth is kept free and 1 GiB is reserved; local disks count in powers of ten.
    [Theory]
    [InlineData("g4dn.xlarge", false, 96_636_764_160 - (1L << 30))]
    [InlineData("g4dn.xlarge", true, 125_000_000_000 - 12_500_000_000 - (1L << 30))]
    [InlineData("m6i.large", true, 96_636_764_160 - (1L << 30))]
    public void Pods_live_on_the_volume_or_on_the_local_disks(string name, bool onInstanceStore, long bytes) =>
        Assert.Equal(new ByteSize(bytes), Type(name).AllocatableStorage(ByteSize.FromGibibytes(100), onInstanceStore));

    [Fact]
    public void The_local_disks_are_one_volume_of_decimal_gigabytes()
    {
        Assert.Equal(new ByteSize(8_000_000_000_000), Type("p4d.24xlarge").InstanceStore);
        Assert.Equal(new ByteSize(0), Type("m6i.large").InstanceStore);
    }

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
