namespace Pulumi.Tests.Resources;

/// <summary>"Seeing options": what returning a <see cref="ResourceTransformationResult"/> does.</summary>
public sealed class TransformationResultTests
{
    [Fact]
    public async Task Its_args_are_registered_instead()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = "before" }, Transformed(With("after"))));

        Assert.Equal("{v: 'after'}", Shape.Of(mocks["box"].Inputs));
    }

    [Fact]
    public async Task Changing_the_args_in_place_changes_what_is_registered()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = "before" }, Transformed(args =>
        {
            ((BoxArgs)args.Args).Value = "after";
            return null;
        })));

        Assert.Equal("{v: 'after'}", Shape.Of(mocks["box"].Inputs));
    }

    [Fact]
    public async Task Its_options_are_used_instead()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var provider = new TestProvider("test", "prov");
            _ = new Box("box", null, Transformed(args => new ResourceTransformationResult(
                args.Args, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { Provider = provider }))));
        });

        Assert.Equal(Mocked.Urn("pulumi:providers:test", "prov") + "::prov_id", mocks["box"].Provider);
    }

    [Fact]
    public async Task The_next_one_sees_what_the_one_before_returned_own_first_then_the_parents()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { ResourceTransformations = { Append("3") } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, ResourceTransformations = { Append("2") } });
            var options = Transformed(Append("0"), Append("1"));
            options.Parent = inner;
            _ = new Box("box", new BoxArgs { Value = "" }, options);
        });

        Assert.Equal("{v: '0123'}", Shape.Of(mocks["box"].Inputs));
    }

    [Fact]
    public async Task Changing_the_parent_is_refused()
    {
        var exception = await Mocked.FailAsync(() =>
        {
            var group = new Group("group");
            _ = new Box("box", null, Transformed(args =>
                new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = group })));
        });

        Assert.Contains(
            "Transformations cannot currently be used to change the 'parent' of a resource.", exception.Message, StringComparison.Ordinal);
    }

    private static CustomResourceOptions Transformed(params ResourceTransformation[] transformations) =>
        new() { ResourceTransformations = [.. transformations] };

    private static ResourceTransformation With(string value) =>
        args => new ResourceTransformationResult(new BoxArgs { Value = value }, args.Options);

    private static ResourceTransformation Append(string text) =>
        args => args.Args is BoxArgs box
            ? new ResourceTransformationResult(new BoxArgs { Value = box.Value + text }, args.Options)
            : null;
}
