namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs", the rows about null and empty, and "Null traps".</summary>
public sealed class NullInputsTests
{
    public static TheoryData<string, object?, string> Nulls => new()
    {
        { "unset property", null, "{}" },
        { "input wrapping null", (Input<string>)(string)null!, "{}" },
        { "output of null", Output.Create((string?)null), "{}" },
        { "secret null", Output.CreateSecret((string?)null), "{}" },
        { "null map value", new Dictionary<string, string?> { ["a"] = null, ["b"] = "x" }, "{v: {b: 'x'}}" },
        { "map value that resolves to null", new InputMap<string> { ["a"] = Output.Create((string)null!) }, "{v: {}}" },
        { "null property of nested args", new PortArgs { Name = (string)null!, Number = 1 }, "{v: {containerPort: 1}}" },
        { "null inside a list", new[] { "a", null }, "{v: ['a', null]}" },
        { "list element that resolves to null", new InputList<string> { Output.Create((string)null!) }, "{v: [null]}" },
        { "list of nulls below a map", new Dictionary<string, object?[]> { ["a"] = [null] }, "{v: {a: [null]}}" },
    };

    [Theory]
    [MemberData(nameof(Nulls))]
    public async Task Null_is_omitted_from_maps_and_kept_in_lists(string kind, object? value, string inputs)
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = value }));

        Assert.Equal((kind, inputs), (kind, Shape.Of(mocks["box"].Inputs)));
    }

    [Fact]
    public async Task Collections_never_touched_are_omitted()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Server("server", new ServerArgs()));

        Assert.Equal("{}", Shape.Of(mocks["server"].Inputs));
    }

    [Fact]
    public async Task Merely_reading_a_collection_sends_it_empty()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var args = new ServerArgs();
            _ = args.Zones;
            _ = args.Tags;
            _ = new Server("server", args);
        });

        Assert.Equal("{tags: {}, zones: []}", Shape.Of(mocks["server"].Inputs));
    }

    [Fact]
    public async Task An_empty_nested_initializer_does_not_even_read_the_collection()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Server("server", new ServerArgs { Zones = { }, Tags = { } }));

        Assert.Equal("{}", Shape.Of(mocks["server"].Inputs));
    }

    [Fact]
    public async Task An_empty_list_and_an_empty_map_are_sent_empty()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Server("server", new ServerArgs { Zones = [], Tags = [] }));

        Assert.Equal("{tags: {}, zones: []}", Shape.Of(mocks["server"].Inputs));
    }

    [Fact]
    public void An_input_from_a_null_output_throws() =>
        Assert.Throws<ArgumentNullException>(() => { Input<string> _ = (Output<string>)null!; });

    [Fact]
    public void An_input_from_a_null_value_is_not_null_but_wraps_it()
    {
        Input<string> input = (string)null!;

        Assert.NotNull(input);
    }

    [Fact]
    public async Task A_null_input_applies_to_the_default_value()
    {
        Input<int>? input = null;

        Assert.Equal("0!", await input.Apply(number => $"{number}!").ValueAsync());
    }
}
