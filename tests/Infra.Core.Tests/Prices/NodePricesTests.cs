using Infra.Core.Catalog;
using Infra.Core.Prices;

namespace Infra.Core.Tests.Prices;

public sealed class NodePricesTests
{
    [Fact]
    public void On_demand_is_the_regions_list_price()
    {
        var price = NodePrices.OnDemand(Type("g4dn.xlarge"), "us-west-2")!;

        Assert.Equal(("g4dn.xlarge", "node", PriceUnit.Hour, "us-west-2", 0.526m, "skypilot-catalog"), (price.Id, price.Per, price.Unit, price.Region, price.Usd, price.Source.Id));
    }

    [Fact]
    public void The_price_of_the_region_that_is_known_best_stands_in()
    {
        var price = NodePrices.OnDemand(Type("g4dn.xlarge"), "eu-north-1")!;

        Assert.Equal(("us-east-1", 0.526m, "karpenter-pricing"), (price.Region, price.Usd, price.Source.Id));
        Assert.Null(NodePrices.OnDemand(Type("p5e.48xlarge"), "us-east-1"));
    }

    // 0.526 less 64%.
    [Fact]
    public void Spot_is_the_list_price_less_what_was_saved()
    {
        var price = NodePrices.Spot(Type("g4dn.xlarge"), "us-west-2")!;

        Assert.Equal(("g4dn.xlarge spot", 0.18936m, "spot-advisor"), (price.Id, price.Usd, price.Source.Id));
        Assert.Equal("g4dn.xlarge: $0.526 on demand less 64%, what spot saved on average in us-west-2 in the month before 2025-06-28", NodePrices.SpotArithmetic(Type("g4dn.xlarge"), "us-west-2"));
    }

    // 0.526 of us-east-1 less us-east-1's 64%, since neither is known of eu-north-1.
    [Fact]
    public void A_saving_of_the_region_that_is_known_best_stands_in()
    {
        Assert.Equal(0.18936m, NodePrices.Spot(Type("g4dn.xlarge"), "eu-north-1")!.Usd);
        Assert.StartsWith("g4dn.xlarge: $0.526 on demand less 64%, what spot saved on average in us-east-1 ", NodePrices.SpotArithmetic(Type("g4dn.xlarge"), "eu-north-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_listed_has_no_price_as_spot() => Assert.Null(NodePrices.Spot(Type("p6-b300.48xlarge"), "us-west-2"));

    private static InstanceType Type(string name) => InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
