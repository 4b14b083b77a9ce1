namespace Pulumi.Tests.Inputs;

/// <summary><c>required: true</c>: the exact message, and what counts as given.</summary>
public sealed class RequiredInputsTests
{
    private const string Message =
        "System.ArgumentNullException: [Input] Pulumi.Tests.Inputs.WebAppArgs.Image is required but was not given a value (Parameter 'Image')";

    [Fact]
    public async Task Unset_fails_the_run_with_the_name_of_the_property()
    {
        var exception = await Mocked.FailAsync(() => _ = new AnyResource("test:index:WebApp", "web", new WebAppArgs()));

        Assert.Contains(Message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unset_in_nested_args_fails_too()
    {
        var exception = await Mocked.FailAsync(() => _ = new Box("box", new BoxArgs { Value = new[] { new WebAppArgs() } }));

        Assert.Contains("[Input] Pulumi.Tests.Inputs.WebAppArgs.Image is required but was not given a value (Parameter 'Image')", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_enforces_it_when_it_passes_its_args_to_base()
    {
        var exception = await Mocked.FailAsync(() => _ = new Group("group", new WebAppArgs()));

        Assert.Contains(Message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_wrapping_null_passes_and_its_key_is_dropped()
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:WebApp", "web", new WebAppArgs { Image = (string)null! }));

        Assert.Equal("{}", Shape.Of(mocks["web"].Inputs));
    }

    [Fact]
    public async Task An_unknown_passes_and_its_key_is_dropped()
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("test:index:WebApp", "web", new WebAppArgs { Image = Unknown.String }));

        Assert.Equal("{}", Shape.Of(mocks["web"].Inputs));
    }
}
