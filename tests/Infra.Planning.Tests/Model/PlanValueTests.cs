using Infra.Planning.Model;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Model;

public class PlanValueTests
{
    [Fact]
    public void Values_are_equal_by_what_they_hold()
    {
        var one = Object(("a", List(Number(1), PlanValue.Unknown.Instance)), ("b", Text("x")));
        var same = Object(("b", Text("x")), ("a", List(Number(1), PlanValue.Unknown.Instance)));

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Order_in_a_list_and_the_case_of_a_key_make_a_difference()
    {
        Assert.NotEqual(List(Number(1), Number(2)), List(Number(2), Number(1)));
        Assert.NotEqual(Object(("a", Number(1))), Object(("A", Number(1))));
        Assert.NotEqual(PlanValue.Unknown.Instance, (PlanValue)PlanValue.Secret.Instance);
        Assert.NotEqual(Text("1"), Number(1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_without_json_notation_is_refused(double number)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new PlanValue.Number(number));

        Assert.StartsWith("a plan holds finite numbers only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_finds_its_properties_and_refuses_a_key_twice()
    {
        var map = Map(("b", Number(2)), ("a", Number(1)));

        Assert.Equal(["a", "b"], map.Keys);
        Assert.Equal(Number(2), map["b"]);
        Assert.False(map.TryGetValue("B", out _));
        Assert.Equal("there is no property 'c'", Assert.Throws<KeyNotFoundException>(() => map["c"]).Message);
        Assert.Equal(
            "the property 'a' occurs twice (Parameter 'keys')",
            Assert.Throws<ArgumentException>(() => Map(("a", Number(1)), ("a", Number(2)))).Message);
    }

    [Fact]
    public void A_map_that_takes_over_arrays_orders_both()
    {
        var map = ValueMap.TakeOver(["b", "B", "a"], [Number(2), Number(3), Number(1)]);

        Assert.Equal([new("B", Number(3)), new("a", Number(1)), new("b", Number(2))], map);
    }

    [Fact]
    public void A_map_refuses_keys_without_values()
    {
        var refused = Assert.Throws<ArgumentException>(() => ValueMap.TakeOver(["a", "b"], [Number(1)]));

        Assert.Equal("2 keys have 1 values (Parameter 'values')", refused.Message);
    }
}
