namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs", row "a resource as value".</summary>
public sealed class ResourceInputsTests
{
    [Fact]
    public async Task A_resource_arrives_as_a_resource_object_of_its_type_but_not_the_same_instance()
    {
        Box? original = null;
        var mocks = await Mocked.RunAsync(() =>
        {
            original = new Box("original", new BoxArgs { Value = "x" });
            _ = new Box("user", new BoxArgs { Value = original });
        });

        var arrived = Assert.IsType<Box>(mocks["user"].Inputs["v"]);
        Assert.NotSame(original, arrived);
        Assert.Equal("original", arrived.GetResourceName());
        Assert.Equal(Mocked.Urn(Box.Type, "original"), await arrived.Urn.ValueAsync());
        Assert.Equal("original_id", await arrived.Id.ValueAsync());
        Assert.Equal("x", await arrived.Value.ValueAsync());
    }

    [Fact]
    public async Task The_copy_is_no_registration_and_no_call()
    {
        var mocks = new RecordingMocks();
        var resources = await Mocked.RunAsync(mocks, () =>
        {
            var original = new Box("original");
            _ = new Box("user", new BoxArgs { Value = original });
        });

        Assert.Equal(["original", "user"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal(["original", "user"], mocks.Names);
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task A_resource_of_a_type_without_attribute_still_arrives_with_its_urn()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var server = new Server("server");
            _ = new Box("user", new BoxArgs { Value = server });
        });

        var arrived = Assert.IsAssignableFrom<Resource>(mocks["user"].Inputs["v"]);
        Assert.Equal(Mocked.Urn(Server.Type, "server"), await arrived.Urn.ValueAsync());
    }

    [Fact]
    public async Task Id_and_urn_arrive_as_strings()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var server = new Server("server");
            _ = new Box("user", new BoxArgs { Value = new InputList<string> { server.Id, server.Urn } });
        });

        Assert.Equal("{v: ['server_id', 'urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:net/v1:Server::server']}", Shape.Of(mocks["user"].Inputs));
    }
}
