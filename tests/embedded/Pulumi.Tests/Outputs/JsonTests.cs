using System.Text.Json;

namespace Pulumi.Tests.Outputs;

/// <summary><c>Output.JsonSerialize</c> and <c>Output.JsonDeserialize</c>.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task Outputs_inputs_lists_and_maps_inside_are_written_as_their_values()
    {
        var value = new Dictionary<string, object>
        {
            ["output"] = Output.Create(1),
            ["input"] = (Input<string>)"x",
            ["list"] = new InputList<string> { "a", Output.Create("b") },
            ["map"] = new InputMap<int> { ["k"] = 2 },
            ["plain"] = new[] { true },
        };

        var json = Output.JsonSerialize(Output.Create(value));

        Assert.Equal("""{"output":1,"input":"x","list":["a","b"],"map":{"k":2},"plain":[true]}""", await json.ValueAsync());
        Assert.False(await json.IsSecretAsync());
    }

    [Fact]
    public async Task An_immutable_dictionary_is_read_back()
    {
        var read = Output.JsonDeserialize<ImmutableDictionary<string, int>>(Output.Create("""{"b":2,"a":1}"""));

        Assert.Equal([("a", 1), ("b", 2)], (await read.ValueAsync()).Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task Options_are_honoured()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        Assert.Equal("""{"name":"x"}""", await Output.JsonSerialize(Output.Create(new Named("x")), options).ValueAsync());
    }

    [Fact]
    public async Task A_secret_inside_makes_the_text_secret()
    {
        var json = Output.JsonSerialize(Output.Create(new[] { Output.Create("a"), Output.CreateSecret("s") }));

        Assert.Equal(("""["a","s"]""", true), (await json.ValueAsync(), await json.IsSecretAsync()));
    }

    [Fact]
    public async Task A_secret_value_makes_the_text_secret() =>
        Assert.True(await Output.JsonSerialize(Output.CreateSecret("s")).IsSecretAsync());

    [Fact]
    public async Task An_unknown_inside_or_outside_makes_the_text_unknown()
    {
        Assert.False(await Output.JsonSerialize(Output.Create(new[] { Unknown.String })).IsKnownAsync());
        Assert.False(await Output.JsonSerialize(Unknown.String).IsKnownAsync());
    }

    [Fact]
    public async Task Dependencies_inside_are_kept()
    {
        Output<string>? json = null;
        await Mocked.RunAsync(() => json = Output.JsonSerialize(Output.Create(new[] { new Box("box").Id })));

        Assert.Equal(["box"], await json!.DependencyNamesAsync());
    }

    [Fact]
    public async Task Text_is_read_back_with_its_secretness()
    {
        var named = Output.JsonDeserialize<Named>(Output.CreateSecret("""{"Name":"x"}"""));

        Assert.Equal((new Named("x"), true), (await named.ValueAsync(), await named.IsSecretAsync()));
    }

    [Fact]
    public async Task Unknown_text_is_read_as_unknown() =>
        Assert.False(await Output.JsonDeserialize<Named>(Unknown.String).IsKnownAsync());

    private sealed record Named(string Name);
}
