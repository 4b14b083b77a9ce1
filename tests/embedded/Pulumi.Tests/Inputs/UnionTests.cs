namespace Pulumi.Tests.Inputs;

/// <summary><see cref="Union{T0, T1}"/> and <see cref="InputUnion{T0, T1}"/>.</summary>
public sealed class UnionTests
{
    public static TheoryData<string, InputUnion<int, string>, object> Conversions => new()
    {
        { "T0", 1, 1 },
        { "T1", "x", "x" },
        { "Union", Union<int, string>.FromT1("x"), "x" },
        { "Input<T0>", (Input<int>)1, 1 },
        { "Input<T1>", (Input<string>)"x", "x" },
        { "Output<T0>", Output.Create(1), 1 },
        { "Output<T1>", Output.Create("x"), "x" },
        { "Output<Union>", Output.Create(Union<int, string>.FromT0(1)), 1 },
    };

    [Theory]
    [MemberData(nameof(Conversions))]
    public async Task An_input_union_from(string kind, InputUnion<int, string> union, object value) =>
        Assert.Equal((kind, value), (kind, (await union.ToOutput().ValueAsync()).Value));

    [Fact]
    public void A_union_knows_its_case()
    {
        Union<int, string> number = 1;
        Union<int, string> text = "x";

        Assert.Equal((true, false, 1), (number.IsT0, number.IsT1, number.AsT0));
        Assert.Equal((false, true, "x"), (text.IsT0, text.IsT1, text.AsT1));
        Assert.Throws<InvalidOperationException>(() => text.AsT0);
        Assert.Equal("1", number.Match(n => $"{n}", t => t));
        Assert.Equal("x", text.Match(n => $"{n}", t => t));
    }

    [Fact]
    public void Unions_are_equal_by_case_and_value()
    {
        Assert.True(Union<int, string>.FromT0(1) == Union<int, string>.FromT0(1));
        Assert.True(Union<int, string>.FromT0(1) != Union<int, string>.FromT0(2));
        Assert.False(Union<string, string>.FromT0("x").Equals(Union<string, string>.FromT1("x")));
    }
}
