using System.Reflection;
using Infra.Core.Prices;

namespace Infra.Core.Tests.Prices;

public sealed class PriceListTests
{
    private static PriceList List => PriceList.Default;

    private static string[] Ids => [.. typeof(PriceIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Fact]
    public void Every_name_has_a_price_and_every_price_a_name()
    {
        Assert.All(Ids, id => Assert.NotNull(List.Find(id, "us-west-2")));
        Assert.DoesNotContain(List.All.Select(price => price.Id).Except(Ids), id => !id.StartsWith("rds.postgres.db.", StringComparison.Ordinal) && id != PriceIds.DatabaseDisk(multiAz: true));
    }

    [Fact]
    public void Every_price_has_a_source_that_says_when_or_that_nobody_knows() => Assert.All(List.All, price =>
    {
        Assert.InRange(price.Usd, 0.0001m, 10m);
        Assert.NotEmpty(price.Source.Path);
        Assert.True(price.Source.Date is not null || price.Source.Note.EndsWith("without a date", StringComparison.Ordinal), price.Source.Id);
        Assert.True(price.Source.Date is null || price.Source.Date <= List.AsOf, price.Source.Id);
    });

    // The list says it in each place where it says anything: prices of two regions that differ by a digit would be a slip.
    [Fact]
    public void Prices_of_the_regions_were_read_apart_and_agree() => Assert.All(
        List.All.GroupBy(price => price.Id).Where(price => price.Count() > 1),
        price => Assert.Single(price.Select(one => one.Usd).Distinct()));

    [Fact]
    public void The_regions_own_price_goes_before_the_one_that_is_known_best_and_that_before_any()
    {
        Assert.Equal(("us-west-2", 0.10m, "aws-oregon-2026-10-04"), Found(PriceIds.Cluster, "us-west-2"));
        Assert.Equal(("us-east-1", 0.10m, "infracost-eks"), Found(PriceIds.Cluster, "eu-west-1"));
        Assert.Equal(("us-west-2", 0.09m, "aws-oregon-2026-09-19"), Found(PriceIds.InternetTraffic, "eu-west-1"));
        Assert.Null(List.Find("nobody.sells-it", "us-east-1"));
    }

    [Fact]
    public void An_hour_counts_730_times_a_month_and_use_not_at_all()
    {
        Assert.Equal(73m, List.Find(PriceIds.Cluster, "us-east-1")!.UsdPerMonth);
        Assert.Equal(0.08m, List.Find(PriceIds.Disk, "us-east-1")!.UsdPerMonth);
        Assert.Null(List.Find(PriceIds.NatData, "us-east-1")!.UsdPerMonth);
    }

    [Theory]
    [InlineData("db.t4g.medium", false, 0.065)]
    [InlineData("db.t4g.medium", true, 0.130)]
    public void A_database_has_its_price_by_class_and_zones(string instanceClass, bool multiAz, double usd) =>
        Assert.Equal((decimal)usd, List.Find(PriceIds.Database(instanceClass, multiAz), "us-west-2")!.Usd);

    private static (string, decimal, string) Found(string id, string region) => List.Find(id, region) is { } price ? (price.Region, price.Usd, price.Source.Id) : default;
}
