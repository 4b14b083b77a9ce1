namespace Pulumi.Tests.Outputs;

/// <summary>Extension methods on outputs of arrays and unions.</summary>
public sealed class OutputExtensionsTests
{
    private static readonly Output<ImmutableArray<string>> _array = Output.Create(ImmutableArray.Create("a", "b"));

    [Fact]
    public async Task Arrays_can_be_indexed_and_counted()
    {
        Assert.Equal("a", await _array.First().ValueAsync());
        Assert.Equal("b", await _array.GetAt(1).ValueAsync());
        Assert.Equal(2, await _array.Length().ValueAsync());
    }

    [Fact]
    public async Task Unions_can_be_asked_and_read()
    {
        var union = Output.Create(Union<int, string>.FromT1("x"));

        Assert.Equal((false, true), (await union.IsT0().ValueAsync(), await union.IsT1().ValueAsync()));
        Assert.Equal("x", await union.AsT1().ValueAsync());
        Assert.Equal("x", await union.Value().ValueAsync());
    }
}
