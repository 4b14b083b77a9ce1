namespace Pulumi.Tests.Mocking;

/// <summary>"What the mock's return value does", first bullet: which objects may be the state, and how its values are read.</summary>
public sealed class MockStateTests
{
    public static TheoryData<object> States =>
    [
        new Dictionary<string, object> { ["address"] = "10.0.0.1", ["port"] = 80 },
        new Dictionary<string, object?> { ["address"] = "10.0.0.1", ["port"] = 80, ["zones"] = null },
        ImmutableDictionary<string, object>.Empty.Add("address", "10.0.0.1").Add("port", 80.0),
        new ServerArgs { Address = "10.0.0.1", Port = 80 },
        new ServerState("10.0.0.1", 80),
    ];

    public static TheoryData<object> RefusedStates => [new { address = "10.0.0.1" }, new Poco("10.0.0.1")];

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_may_be(object state)
    {
        var server = await ServerAnsweredAsync(state);

        Assert.Equal("10.0.0.1", await server.Address.ValueAsync());
        Assert.Equal(80, await server.Port.ValueAsync());
    }

    [Theory]
    [MemberData(nameof(RefusedStates))]
    public async Task State_may_not_be_an_object_of_any_other_class(object state)
    {
        var exception = await Mocked.FailAsync(RecordingMocks.Answering("id", state), () => _ = new Server("server"));

        Assert.Contains($"{state.GetType().FullName} is not a supported argument type", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task State_may_not_be_null() =>
        Mocked.FailAsync(RecordingMocks.Answering("id", null!), () => _ = new Server("server"));

    [Fact]
    public async Task Values_go_through_the_serializer_of_inputs()
    {
        var exception = await Mocked.FailAsync(
            RecordingMocks.Answering("id", new Dictionary<string, object> { ["port"] = 80L }), () => _ = new Server("server"));

        Assert.Contains("System.Int64 is not a supported argument type.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_maps_become_the_types_of_the_output_properties()
    {
        var server = await ServerAnsweredAsync(new Dictionary<string, object>
        {
            ["zones"] = new[] { "a", "b" },
            ["tags"] = new Dictionary<string, string> { ["k"] = "v" },
        });

        Assert.Equal(["a", "b"], (await server.Zones.ValueAsync()).AsEnumerable());
        Assert.Equal(ImmutableDictionary<string, string>.Empty.Add("k", "v"), await server.Tags.ValueAsync());
    }

    [Fact]
    public async Task Properties_that_the_resource_does_not_have_are_ignored()
    {
        var server = await ServerAnsweredAsync(new Dictionary<string, object> { ["address"] = "10.0.0.1", ["none"] = "x" });

        Assert.Equal("10.0.0.1", await server.Address.ValueAsync());
    }

    private static async Task<Server> ServerAnsweredAsync(object state)
    {
        Server? server = null;
        await Mocked.RunAsync(RecordingMocks.Answering("id", state), () => server = new Server("server"));
        return server!;
    }

    private sealed record Poco(string Address);

    [OutputType]
    private sealed class ServerState
    {
        public readonly string Address;
        public readonly int Port;

        [OutputConstructor]
        public ServerState(string address, int port)
        {
            Address = address;
            Port = port;
        }
    }
}
