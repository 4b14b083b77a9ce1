using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Tests.Catalog;

public sealed class InstanceCatalogTests
{
    private static readonly InstanceCatalog Catalog = InstanceCatalog.Default;

    [Fact]
    public void A_row_is_read_fact_by_fact()
    {
        Assert.True(Catalog.TryGet("p4d.24xlarge", out var type));

        Assert.Equal("p4d", type.Family);
        Assert.Equal(96, type.Vcpus);
        Assert.Equal(ByteSize.FromGibibytes(1152), type.Memory);
        Assert.Equal(ByteSize.FromMebibytes(1_148_726), type.MeasuredMemory);
        Assert.Equal(CpuArchitecture.Amd64, type.Architecture);
        Assert.False(type.IsBareMetal);
        Assert.Equal(4, type.EfaInterfaces);
        Assert.Equal(8000, type.LocalNvmeGigabytes);
        Assert.Equal(737, type.MaxPods);
        Assert.True(type.IsSoldAsSpot);
        Assert.Equal(LifecycleStatus.Current, type.Lifecycle.Status);
        Assert.Equal((400m, 19_000), (type.NetworkGbps, type.EbsMbps));
        Assert.Equal(new PodLimits(15, 50, 96, IsNitro: true), type.PodLimits);
        Assert.Equal(("a100-40gb", 8, null), (type.Accelerator!.Model.Id, type.Accelerator.Count, type.Accelerator.Fraction));
        Assert.Equal(ByteSize.FromGibibytes(320), type.Accelerator.TotalNominalMemory);

        Assert.Equal(["us-east-1", "us-west-2"], type.OnDemandPrices.Select(price => price.Region));
        Assert.Equal(21.957642m, type.OnDemandPrice("us-east-1")?.UsdPerHour);
        Assert.Equal("karpenter-pricing", type.OnDemandPrice("us-east-1")?.Source.Id);
        Assert.Equal(new DateOnly(2026, 7, 20), type.OnDemandPrice("us-east-1")?.Source.Date);
    }

    [Fact]
    public void What_a_node_offers_follows_the_kubelets_reservation()
    {
        Assert.True(Catalog.TryGet("g4dn.xlarge", out var measured));
        Assert.Equal(new KubeletReservation(new CpuQuantity(80), ByteSize.FromMebibytes(574)), measured.Reservation);
        Assert.Equal(new Allocatable(new CpuQuantity(3920), ByteSize.FromMebibytes(15_105), 29, FactBasis.Measured), measured.Allocatable);

        Assert.True(Catalog.TryGet("p3.2xlarge", out var estimated));
        Assert.Equal(new Allocatable(new CpuQuantity(7910), ByteSize.FromMebibytes(56_786), 58, FactBasis.Estimated), estimated.Allocatable);
    }

    [Fact]
    public void V100_types_name_what_replaces_them()
    {
        var legacies = Catalog.All.Where(type => type.Lifecycle.Status != LifecycleStatus.Current);

        Assert.Equal(
            [
                "p3.16xlarge: Retired, p4d.24xlarge",
                "p3.2xlarge: Retired, g4dn.xlarge",
                "p3.8xlarge: Retired, g4dn.12xlarge",
                "p3dn.24xlarge: Legacy, p4d.24xlarge",
            ],
            legacies.Select(type => $"{type.Name}: {type.Lifecycle.Status}, {string.Join(" ", type.Lifecycle.Replacements)}"));
    }

    [Fact]
    public void A_price_that_nobody_confirmed_is_absent()
    {
        Assert.True(Catalog.TryGet("p5e.48xlarge", out var unpriced));
        Assert.Empty(unpriced.OnDemandPrices);

        Assert.True(Catalog.TryGet("g5.xlarge", out var type));
        Assert.Null(type.OnDemandPrice("us-west-2"));
    }

    [Theory]
    [InlineData("g4dn.xlage", "g4dn.xlarge")]
    [InlineData("g4dn.large", "g4dn.xlarge")]
    [InlineData("P4D.24xlarge", "p4d.24xlarge")]
    [InlineData("x99.mega", null)]
    public void An_unknown_name_gets_a_suggestion(string name, string? suggestion)
    {
        Assert.False(Catalog.TryGet(name, out _));
        Assert.Equal(suggestion, Catalog.Suggest(name));
    }

    [Theory]
    [InlineData("p3", "v100")]
    [InlineData("p3dn", "v100")]
    [InlineData("g4dn", "t4")]
    [InlineData("g5", "a10g")]
    [InlineData("g5g", "t4g")]
    [InlineData("g6", "l4")]
    [InlineData("g6e", "l40s")]
    [InlineData("p4d", "a100")]
    [InlineData("p4de", "a100")]
    [InlineData("p5", "h100")]
    [InlineData("p5e", "h200")]
    [InlineData("p5en", "h200")]
    [InlineData("m5", null)]
    public void A_family_has_one_kind_of_GPU(string family, string? gpu)
    {
        var types = Catalog.All.Where(type => type.Family == family).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(gpu, type.Accelerator?.Name));
    }
}
