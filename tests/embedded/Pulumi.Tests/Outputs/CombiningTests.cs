namespace Pulumi.Tests.Outputs;

/// <summary><c>Output.All</c> and <c>Output.Tuple</c>.</summary>
public sealed class CombiningTests
{
    [Fact]
    public async Task All_keeps_the_order()
    {
        var slow = new TaskCompletionSource<string>();
        var all = Output.All(Output.Create(slow.Task), Output.Create("b"));
        slow.SetResult("a");

        Assert.Equal(["a", "b"], (await all.ValueAsync()).AsEnumerable());
    }

    [Fact]
    public async Task All_takes_inputs_outputs_and_sequences_of_both()
    {
        Input<int> input = 1;
        var output = Output.Create(1);

        Assert.Equal([1, 1], (await Output.All(input, input).ValueAsync()).AsEnumerable());
        Assert.Equal([1, 1], (await Output.All(new List<Input<int>> { input, input }).ValueAsync()).AsEnumerable());
        Assert.Equal([1, 1], (await Output.All(output, output).ValueAsync()).AsEnumerable());
        Assert.Equal([1, 1], (await Output.All(new List<Output<int>> { output, output }).ValueAsync()).AsEnumerable());
    }

    [Fact]
    public async Task All_of_nothing_is_empty()
    {
        var all = Output.All(new List<Output<int>>());

        Assert.True(await all.IsKnownAsync());
        Assert.Empty((await all.ValueAsync()).AsEnumerable());
    }

    [Fact]
    public async Task One_unknown_makes_all_unknown_and_one_secret_makes_all_secret()
    {
        var unknown = Output.All(Output.Create("a"), Unknown.String);
        var secret = Output.All(Output.Create("a"), Output.CreateSecret("s"));
        var both = Output.All(Unknown.String, Output.CreateSecret("s"));

        Assert.Equal((false, false), (await unknown.IsKnownAsync(), await unknown.IsSecretAsync()));
        Assert.Equal((true, true), (await secret.IsKnownAsync(), await secret.IsSecretAsync()));
        Assert.Equal((false, true), (await both.IsKnownAsync(), await both.IsSecretAsync()));
    }

    [Fact]
    public async Task A_tuple_keeps_each_type()
    {
        Assert.Equal((1, "two"), await Output.Tuple(Output.Create(1), Output.Create("two")).ValueAsync());
        Assert.Equal((1, "two", true), await Output.Tuple((Input<int>)1, (Input<string>)"two", (Input<bool>)true).ValueAsync());
    }

    [Fact]
    public async Task A_tuple_may_have_eight_items()
    {
        var one = Output.Create(1);

        var tuple = await Output.Tuple(one, one, one, one, one, one, one, Output.Create("eight")).ValueAsync();

        Assert.Equal((1, 1, 1, 1, 1, 1, 1, "eight"), tuple);
    }

    [Fact]
    public async Task One_unknown_makes_a_tuple_unknown_and_one_secret_makes_it_secret()
    {
        var tuple = Output.Tuple(Output.CreateSecret(1), Unknown.String);

        Assert.Equal((false, true), (await tuple.IsKnownAsync(), await tuple.IsSecretAsync()));
    }
}
