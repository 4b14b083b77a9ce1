namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs", rows "keys" and "plain non-Input property".</summary>
public sealed class InputNamesTests
{
    [Fact]
    public async Task Keys_are_the_names_of_the_attributes_and_other_members_are_ignored()
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Named", "named", new NamedArgs()));

        Assert.Equal("{fromField: 'f', i: 0, on: false, renamed: 'r'}", Shape.Of(mocks["named"].Inputs));
    }

    [Fact]
    public async Task Inherited_properties_are_sent_too()
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Derived", "derived", new DerivedArgs()));

        Assert.Equal("{base: 'b', own: 'o'}", Shape.Of(mocks["derived"].Inputs));
    }

    [Fact]
    public async Task Dictionary_args_are_sent_as_they_are()
    {
        var args = new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty
            .Add("x/y", 1).Add("nothing", null).Add("out", Output.Create("o")));

        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:Free", "free", args));

        Assert.Equal("{out: 'o', x/y: 1}", Shape.Of(mocks["free"].Inputs));
    }

    private sealed class NamedArgs : ResourceArgs
    {
        [Input("fromField")]
        public readonly string Field = "f";

        [Input("renamed")]
        public Input<string>? Original { get; set; } = "r";

        [Input("i")]
        public int Number { get; set; }

        [Input("on")]
        public bool Flag { get; set; }

        public Input<string> Unmarked { get; set; } = "never sent";
    }

    private class BaseArgs : ResourceArgs
    {
        [Input("base")]
        public Input<string> Base { get; set; } = "b";
    }

    private sealed class DerivedArgs : BaseArgs
    {
        [Input("own")]
        public Input<string> Own { get; set; } = "o";
    }
}
