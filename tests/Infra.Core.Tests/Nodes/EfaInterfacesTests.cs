using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class EfaInterfacesTests
{
    [Theory]
    [InlineData("g4dn.xlarge", "")]
    [InlineData("g5.12xlarge", "0/0 efa")]
    [InlineData("p4d.24xlarge", "0/0 efa, 1/0 efa-only, 2/0 efa-only, 3/0 efa-only")]
    [InlineData("g6e.24xlarge", "0/0 efa, 1/0 efa-only")]
    public void Every_card_has_an_EFA_interface_and_the_first_an_address(string type, string interfaces) =>
        Assert.Equal(interfaces, string.Join(", ", Of(type).Select(one => $"{one.NetworkCard}/{one.Device} {one.Type}")));

    [Theory]
    [InlineData("p5.48xlarge", 32, "efa", 32)]
    [InlineData("p5en.48xlarge", 16, "efa", 16)]
    [InlineData("p6-b200.48xlarge", 8, "efa", 8)]
    [InlineData("p6-b300.48xlarge", 17, "interface", 16)]
    [InlineData("trn1.32xlarge", 8, "efa", 8)]
    public void As_many_as_the_type_can_have(string type, int interfaces, string first, int efa)
    {
        var all = Of(type);

        Assert.Equal((interfaces, first, efa), (all.Length, all[0].Type, all.Count(one => one.Type != "interface")));
        Assert.Equal(Enumerable.Range(0, interfaces), all.Select(one => one.NetworkCard));
    }

    [Theory]
    [InlineData("g4dn.xlarge", "")]
    [InlineData("g5.12xlarge", "0/0 interface, 0/1 efa-only")]
    [InlineData("p4d.24xlarge", "0/0 interface, 0/1 efa-only, 1/0 efa-only, 2/0 efa-only, 3/0 efa-only")]
    public void For_Karpenter_the_primary_interface_is_plain_and_every_card_has_EFA(string type, string interfaces) =>
        Assert.Equal(interfaces, string.Join(", ", EfaInterfaces.OfKarpenter(Type(type)).Select(one => $"{one.NetworkCard}/{one.Device} {one.Type}")));

    [Fact]
    public void Karpenter_gives_a_node_as_many_as_it_advertises() => Assert.All(
        InstanceCatalog.Default.All.Where(type => type.EfaInterfaces > 0),
        type => Assert.Equal(
            (type.EfaInterfaces, type.EfaInterfaces),
            (EfaInterfaces.OfKarpenter(type).Count(one => one.Type == "efa-only"), EfaInterfaces.OfKarpenter(type).Where(one => one.Type == "efa-only").DistinctBy(one => one.NetworkCard).Count())));

    [Fact]
    public void The_interfaces_carry_what_the_pool_advertises() => Assert.All(
        InstanceCatalog.Default.All.Where(type => type.EfaInterfaces > 0 && type.Accelerator?.Count > 0),
        type => Assert.Equal(
            PoolContract.ForAccelerators("pool", [type], [], [], GpuSharing.None, efa: true, AmiTypes.All[0]).EfaPerNode,
            EfaInterfaces.Of(type).Count(one => one.Type != "interface")));

    public static TheoryData<NodePoolSpec, string> Impossible => new()
    {
        {
            new() { InstanceTypes = ["g4dn.xlarge"], Efa = true },
            "'g4dn.xlarge' has no EFA interface; remove efa, or use one of g4dn.12xlarge, g4dn.16xlarge, g4dn.8xlarge, g4dn.metal"
        },
        { new() { InstanceTypes = ["inf2.xlarge"], Efa = true }, "'inf2.xlarge' has no EFA interface; remove efa" },
        {
            new() { InstanceTypes = ["p5.4xlarge", "p5.48xlarge"], Efa = true },
            "'p5.4xlarge' has 1 EFA interfaces, but 'p5.48xlarge' has 32; one pool has one number, so make another pool"
        },
        {
            new() { InstanceTypes = ["p4d.24xlarge"], Efa = true, Zones = ["us-west-2a", "us-west-2b"] },
            "EFA connects nodes of one zone, but the pool has us-west-2a, us-west-2b; name one in zones"
        },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void EFA_works_on_types_that_have_it_and_in_one_zone(NodePoolSpec spec, string message)
    {
        var problems = new ConfigProblems();
        NodePoolRules.Check("pool", spec, problems);

        Assert.Equal([new ConfigProblem("pool.efa", message)], problems.All);
    }

    private static ImmutableArray<NodeInterface> Of(string name) => EfaInterfaces.Of(Type(name));

    private static InstanceType Type(string name) => InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
