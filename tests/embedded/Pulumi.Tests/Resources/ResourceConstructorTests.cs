namespace Pulumi.Tests.Resources;

/// <summary>What the constructor of a resource keeps and refuses.</summary>
public sealed class ResourceConstructorTests
{
    [Fact]
    public async Task A_resource_knows_its_type_and_name()
    {
        var resources = await Mocked.RunAsync(new RecordingMocks(), () => _ = new Server("web"));

        Assert.Equal(("test:net/v1:Server", "web"), (resources[0].GetResourceType(), resources[0].GetResourceName()));
    }

    [Theory]
    [InlineData("", "name", "'type' cannot be null or empty. (Parameter 'type')")]
    [InlineData("test:index:Any", "", "'name' cannot be null or empty. (Parameter 'name')")]
    public async Task An_empty_type_or_name_is_refused(string type, string name, string message)
    {
        var exception = await Mocked.FailAsync(() => _ = new AnyResource(type, name));

        Assert.Contains($"System.ArgumentException: {message}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_may_be_given_outputs_by_initializers_and_keeps_them()
    {
        Initialized? component = null;
        await Mocked.RunAsync(() => component = new Initialized());

        Assert.Equal("set before the base constructor", await component!.Address.ValueAsync());
    }

    private sealed class Initialized() : ComponentResource("test:index:Initialized", "component")
    {
        [Output("address")]
        public Output<string> Address { get; private set; } = Output.Create("set before the base constructor");
    }
}
