using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class PodLimitsTests
{
    // By hand: 3 interfaces of 10 addresses carry 3 x 9 pods and 2 on the host's network; as prefixes 3 x 9 x 16 + 2 = 434, capped at 110.
    [Theory]
    [InlineData("g4dn.xlarge", 29, 110, 20)]
    [InlineData("m6g.medium", 8, 98, 5)]
    [InlineData("p4d.24xlarge", 737, 250, 688)]
    [InlineData("p5.48xlarge", 100, 250, 51)]
    [InlineData("p3.2xlarge", 58, null, 44)]
    public void Follow_from_interfaces_and_addresses(string name, int byInterfaces, int? withPrefixes, int withCustomNetworking)
    {
        var limits = Type(name).PodLimits;

        Assert.Equal((byInterfaces, withPrefixes, withCustomNetworking), (limits.ByInterfaces, limits.WithPrefixes, limits.WithCustomNetworking));
    }

    // A medium has one interface for pods with custom networking: 3 x 16 + 2.
    [Theory]
    [InlineData("g4dn.xlarge", 29, 20, 110, 110)]
    [InlineData("m6g.medium", 8, 5, 98, 50)]
    [InlineData("p4d.24xlarge", 250, 250, 250, 250)]
    [InlineData("p5.48xlarge", 100, 51, 250, 250)]
    [InlineData("p3.2xlarge", 58, 44, 58, 44)]
    public void A_managed_node_stays_below_the_cap(string name, int plain, int customNetworking, int prefixes, int both)
    {
        var limits = Type(name).PodLimits;

        Assert.Equal((plain, customNetworking), (limits.OfManagedNode(prefixes: false), limits.OfManagedNode(prefixes: false, customNetworking: true)));
        Assert.Equal((prefixes, both), (limits.OfManagedNode(prefixes: true), limits.OfManagedNode(prefixes: true, customNetworking: true)));
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

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
