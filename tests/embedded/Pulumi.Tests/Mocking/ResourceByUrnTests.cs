namespace Pulumi.Tests.Mocking;

/// <summary>A resource looked up by its URN: the mock monitor answers itself from what has been registered.</summary>
public sealed class ResourceByUrnTests
{
    [Fact]
    public async Task It_has_the_state_of_the_registered_one_and_the_mock_is_not_asked()
    {
        Server? found = null;
        var mocks = await Mocked.RunAsync(() =>
        {
            _ = new Server("server", new ServerArgs { Address = "10.0.0.1" });
            found = new Server("another-name", null, new CustomResourceOptions { Urn = Mocked.Urn(Server.Type, "server") });
        });

        Assert.Equal(("10.0.0.1", "server_id"), (await found!.Address.ValueAsync(), await found.Id.ValueAsync()));
        Assert.Equal(["server"], mocks.Names);
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task One_that_was_never_registered_fails_the_run()
    {
        var exception = await Mocked.FailAsync(() => _ = new Server("server", null, new CustomResourceOptions { Urn = Mocked.Urn(Server.Type, "missing") }));

        Assert.Contains($"Unknown resource {Mocked.Urn(Server.Type, "missing")}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_needs_no_method_for_outputs()
    {
        var resources = await Mocked.RunAsync(new SmallMocks(), () => new Group("group").Finish());

        Assert.Equal(["group"], resources.Select(resource => resource.GetResourceName()));
    }

    private sealed class SmallMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult<(string?, object)>((args.Name + "_id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }
}
