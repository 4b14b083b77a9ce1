using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class PodLimitsTests
{
    // By hand: 3 interfaces of 10 addresses carry 3 x 9 pods and 2 on the host's network; as prefixes 3 x 9 x 16 + 2 = 434, capped at 110.
    [Theory]
    [InlineData("g4dn.xlarge", 29, 110, 20, 29, 110)]
    [InlineData("m6g.medium", 8, 98, 5, 8, 98)]
    [InlineData("p4d.24xlarge", 737, 250, 688, 250, 250)]
    [InlineData("p5.48xlarge", 100, 250, 51, 100, 250)]
    [InlineData("p3.2xlarge", 58, null, 44, 58, 58)]
    public void Follow_from_interfaces_addresses_and_size(string name, int byInterfaces, int? withPrefixes, int withCustomNetworking, int managed, int managedWithPrefixes)
    {
        var limits = Type(name).PodLimits;

        Assert.Equal((byInterfaces, withPrefixes, withCustomNetworking), (limits.ByInterfaces, limits.WithPrefixes, limits.WithCustomNetworking));
        Assert.Equal((managed, managedWithPrefixes), (limits.OfManagedNode(prefixes: false), limits.OfManagedNode(prefixes: true)));
    }

    // 11 MiB for each pod and 255 beside: for 110 pods 1465, for the 29 of the interfaces 574.
    [Fact]
    public void More_pods_take_memory_from_them_and_fewer_give_none_back()
    {
        var type = Type("g4dn.xlarge");

        Assert.Equal(new Allocatable(new CpuQuantity(3920), ByteSize.FromMebibytes(15_779 - 1465 - 100), 110, FactBasis.Measured), type.AllocatableFor(110));
        Assert.Equal(type.Allocatable.Memory, type.AllocatableFor(10).Memory);
        Assert.Equal(10, type.AllocatableFor(10).Pods);
    }

    [Fact]
    public void Local_disks_count_in_powers_of_ten()
    {
        Assert.Equal(new ByteSize(8_000_000_000_000), Type("p4d.24xlarge").InstanceStore);
        Assert.Equal(new ByteSize(0), Type("m6i.large").InstanceStore);
        // 125 GB less a tenth and 1 GiB.
        Assert.Equal(new ByteSize(125_000_000_000 - 12_500_000_000 - (1L << 30)), KubeletReservation.AllocatableStorage(Type("g4dn.xlarge").InstanceStore));
    }

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
