using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class InstanceMatchesTests
{
    private static readonly InstanceCatalog Catalog = InstanceCatalog.Default;

    [Fact]
    public void The_cheapest_comes_first_and_what_has_no_price_last()
    {
        var prices = Found(new() { MinGpus = 8 }).Select(type => type.OnDemandPrice("us-east-1")?.UsdPerHour ?? decimal.MaxValue).ToList();

        Assert.Equal(prices.Order(), prices);
        Assert.Equal(["p5e.48xlarge", "trn2.48xlarge"], Found(new() { MinGpus = 8 }).TakeLast(2).Select(type => type.Name));
    }

    [Fact]
    public void Each_region_has_prices_of_its_own() =>
        Assert.Equal("p4d.24xlarge", InstanceMatches.Of(Catalog, new() { Gpu = "a100" }, "us-west-2").Found[0].Name);

    [Theory]
    [InlineData("a100", "p4d.24xlarge p4de.24xlarge")]
    [InlineData("a100-80gb", "p4de.24xlarge")]
    [InlineData("h100", "p5.4xlarge p5.48xlarge")]
    public void A_GPU_is_meant_by_name_or_model(string gpu, string types) => Assert.Equal(types.Split(' '), Names(new() { Gpu = gpu }));

    [Fact]
    public void All_that_is_asked_for_must_hold()
    {
        Assert.Equal(["p4d.24xlarge", "p4de.24xlarge"], Names(new() { Gpu = "a100", MinMemory = ByteSize.FromGibibytes(40) }));
        Assert.Equal(["g5g.16xlarge", "g5g.metal"], Names(new() { Architecture = CpuArchitecture.Arm64, MinGpus = 2 }));
        Assert.Equal(["g4dn.metal"], Names(new() { Family = "g4dn", Efa = true, MinVcpus = 96 }));
        Assert.Empty(Names(new() { Gpu = "t4", Architecture = CpuArchitecture.Arm64 }));
    }

    [Fact]
    public void Without_a_question_everything_matches()
    {
        var matches = InstanceMatches.Of(Catalog, new(), "us-east-1");

        Assert.Equal((Catalog.All.Length, 0), (matches.Found.Length, matches.LeftOut.Length));
    }

    [Theory]
    [InlineData("m6i.large", "Gpu: no accelerator | Family: of the family m6i, not p4d | Architecture: amd64, not arm64 | MinGpus: no accelerator | MinMemory: no accelerator | MinVcpus: 2 vCPUs, fewer than 4 | Efa: no EFA")]
    [InlineData("g5g.xlarge", "Gpu: t4g, not a100 | Family: of the family g5g, not p4d | MinGpus: 1 of 2 accelerators | MinMemory: 16Gi per accelerator, less than 40Gi | Efa: no EFA")]
    [InlineData("p4de.24xlarge", "Family: of the family p4de, not p4d | Architecture: amd64, not arm64")]
    [InlineData("g6f.large", "Gpu: l4, not a100 | Family: of the family g6f, not p4d | Architecture: amd64, not arm64 | MinGpus: 0.125 of a GPU | MinMemory: 2861Mi per accelerator, less than 40Gi | MinVcpus: 2 vCPUs, fewer than 4 | Efa: no EFA")]
    public void What_is_left_out_has_every_reason(string type, string reasons)
    {
        var query = new InstanceQuery
        {
            Gpu = "a100",
            Family = "p4d",
            Architecture = CpuArchitecture.Arm64,
            MinGpus = 2,
            MinMemory = ByteSize.FromGibibytes(40),
            MinVcpus = 4,
            Efa = true,
        };
        var leftOut = InstanceMatches.Of(Catalog, query, "us-east-1").LeftOut.Single(candidate => candidate.Type.Name == type);

        Assert.Equal(reasons.Split(" | "), leftOut.Reasons.Select(reason => $"{reason.Criterion}: {reason.Text}"));
    }

    private static IEnumerable<string> Names(InstanceQuery query) => Found(query).Select(type => type.Name);

    private static ImmutableArray<InstanceType> Found(InstanceQuery query) => InstanceMatches.Of(Catalog, query, "us-east-1").Found;
}
