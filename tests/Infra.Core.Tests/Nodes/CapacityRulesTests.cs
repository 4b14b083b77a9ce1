using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Core.Tests.Nodes;

public sealed class CapacityRulesTests
{
    private const string Cr = "cr-0123456789abcdef0";
    private const string Group = "arn:aws:resource-groups:us-west-2:123456789012:group/gpus";
    private const string Families = "p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300, trn1, trn2";

    private static readonly NodePoolSpec _h100 = new() { InstanceTypes = ["p5.48xlarge"], Zones = ["us-west-2a"] };

    public static TheoryData<NodePoolSpec> Possible =>
    [
        _h100,
        _h100 with { CapacityType = CapacityType.Spot },
        _h100 with { ReservationId = Cr },
        _h100 with { ReservationGroupArn = Group, Zones = ["us-west-2a", "us-west-2b"] },
        _h100 with { CapacityType = CapacityType.CapacityBlock, ReservationId = Cr },
    ];

    public static TheoryData<NodePoolSpec, string, string> Impossible => new()
    {
        {
            _h100 with { CapacityType = CapacityType.Spot, ReservationId = Cr },
            "pool.capacityType",
            "spot instances can't be launched into a capacity reservation or a capacity block; use onDemand for a reservation, capacityBlock for a block, or remove reservation"
        },
        {
            _h100 with { CapacityType = CapacityType.CapacityBlock },
            "pool.reservation",
            "missing; instances of a capacity block are launched by its id, such as reservation: {id: cr-0123456789abcdef0}"
        },
        {
            _h100 with { CapacityType = CapacityType.CapacityBlock, ReservationGroupArn = Group },
            "pool.reservation",
            "missing; instances of a capacity block are launched by its id, such as reservation: {id: cr-0123456789abcdef0}"
        },
        {
            _h100 with { CapacityType = CapacityType.CapacityBlock, ReservationId = Cr, InstanceTypes = ["g6.xlarge"] },
            "pool.capacityType",
            $"'g6.xlarge' isn't sold in capacity blocks, only {Families} are; use onDemand or spot"
        },
        {
            _h100 with { ReservationId = Cr, ReservationGroupArn = Group },
            "pool.reservation",
            "has both id and resourceGroupArn; one of them says where instances are launched"
        },
        {
            _h100 with { ReservationId = Cr, InstanceTypes = ["p5.48xlarge", "p5.4xlarge"] },
            "pool.instanceTypes",
            "a reservation is for one instance type, but there are 2; name the reserved one"
        },
        {
            _h100 with { CapacityType = CapacityType.CapacityBlock, ReservationId = Cr, Zones = ["us-west-2a", "us-west-2b"] },
            "pool.zones",
            "a reservation lies in one zone, but the pool has us-west-2a, us-west-2b; name that zone alone"
        },
    };

    [Theory]
    [MemberData(nameof(Possible))]
    public void Some_ways_of_buying_go_together(NodePoolSpec spec) => Assert.Empty(Check(spec));

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Others_exclude_each_other(NodePoolSpec spec, string path, string message) => Assert.Equal([new ConfigProblem(path, message)], Check(spec));

    [Theory]
    [InlineData(CapacityType.OnDemand, "ON_DEMAND")]
    [InlineData(CapacityType.Spot, "SPOT")]
    [InlineData(CapacityType.CapacityBlock, "CAPACITY_BLOCK")]
    public void EKS_has_its_own_words(CapacityType type, string word)
    {
        Assert.Equal(word, type.ToEks());
        Assert.Equal(type, CapacityTypes.FromEks(word));
    }

    [Fact]
    public void Other_words_name_no_capacity_type()
    {
        Assert.Null(CapacityTypes.FromEks("onDemand"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((CapacityType)3).ToEks());
    }

    [SkippableFact]
    public void The_words_are_those_of_the_API() => Assert.Equal(
        SharedFacts.ReadJson("data/aws-enums.json")["services"]!["eks"]!["CapacityTypes"]!.Values<string>().Order(),
        Enum.GetValues<CapacityType>().Select(type => type.ToEks()).Order());

    private static IReadOnlyList<ConfigProblem> Check(NodePoolSpec spec)
    {
        var problems = new ConfigProblems();
        NodePoolRules.Check("pool", spec, problems);
        return problems.All;
    }
}
