namespace Pulumi.Tests.Mocking;

/// <summary>"What the mock's return value does": outputs in the state, absent properties, ids, secret options, components.</summary>
public sealed class MockOutputsTests
{
    [Fact]
    public async Task A_secret_in_the_state_makes_the_output_secret()
    {
        var server = await ServerAsync(Mocked.Update, State("address", Output.CreateSecret("x")));

        Assert.True(await server.Address.IsSecretAsync());
        Assert.Equal("x", await server.Address.ValueAsync());
    }

    [Fact]
    public async Task A_secret_below_a_property_makes_the_whole_output_secret()
    {
        var server = await ServerAsync(Mocked.Update, State("zones", new object[] { "a", Output.CreateSecret("b") }));

        Assert.True(await server.Zones.IsSecretAsync());
        Assert.Equal(["a", "b"], (await server.Zones.ValueAsync()).AsEnumerable());
    }

    [Fact]
    public async Task Secretness_of_one_property_does_not_spread_to_others()
    {
        var server = await ServerAsync(Mocked.Update, State("address", Output.CreateSecret("x")).Add("port", 1));

        Assert.False(await server.Port.IsSecretAsync());
    }

    [Fact]
    public async Task An_unknown_in_the_state_makes_the_output_unknown()
    {
        var server = await ServerAsync(Mocked.Update, State("address", Unknown.String));

        Assert.False(await server.Address.IsKnownAsync());
    }

    [Fact]
    public async Task A_secret_unknown_in_the_state_loses_its_secretness_on_the_way()
    {
        var server = await ServerAsync(Mocked.Update, State("address", Output.CreateSecret(Unknown.String)));

        Assert.False(await server.Address.IsKnownAsync());
        Assert.False(await server.Address.IsSecretAsync());
    }

    [Fact]
    public async Task A_known_output_in_the_state_is_its_value()
    {
        var server = await ServerAsync(Mocked.Preview, State("address", Output.Create("x")));

        Assert.True(await server.Address.IsKnownAsync());
        Assert.Equal("x", await server.Address.ValueAsync());
    }

    [Fact]
    public async Task In_an_update_an_absent_property_is_known_and_default()
    {
        var server = await ServerAsync(Mocked.Update, State("other", "x"));

        Assert.True(await server.Address.IsKnownAsync());
        Assert.Null(await server.Address.ValueAsync());
        Assert.Equal(0, await server.Port.ValueAsync());
        Assert.True((await server.Zones.ValueAsync()).IsDefault);
        Assert.Null(await server.Tags.ValueAsync());
    }

    [Fact]
    public async Task In_an_update_applying_to_an_absent_property_hits_the_null()
    {
        var exception = await Mocked.FailAsync(
            RecordingMocks.Answering("id", State("other", "x")), () => _ = new Server("server").Address.Apply(address => address.Length));

        Assert.Contains("System.NullReferenceException", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_preview_an_absent_property_is_unknown_and_callbacks_are_skipped()
    {
        var called = false;
        Output<int>? length = null;
        await Deployment.TestAsync(RecordingMocks.Answering("id", State("other", "x")), Mocked.Preview, () =>
        {
            length = new Server("server").Address.Apply(address =>
            {
                called = true;
                return address.Length;
            });
        });

        Assert.False(await length!.IsKnownAsync());
        Assert.False(called);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_null_id_makes_the_id_unknown(bool preview)
    {
        var server = await ServerAsync(preview ? Mocked.Preview : Mocked.Update, State("address", "x"), id: null);

        Assert.False(await server.Id.IsKnownAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_id_makes_the_id_known(bool preview)
    {
        var server = await ServerAsync(preview ? Mocked.Preview : Mocked.Update, State("address", "x"), id: "i-1");

        Assert.True(await server.Id.IsKnownAsync());
        Assert.Equal("i-1", await server.Id.ValueAsync());
    }

    [Fact]
    public async Task Additional_secret_outputs_have_no_effect_under_mocks()
    {
        Server? server = null;
        var mocks = RecordingMocks.Answering("id", State("address", "x"));
        await Mocked.RunAsync(mocks, () => server = new Server("server", null, new CustomResourceOptions { AdditionalSecretOutputs = { "address" } }));

        Assert.False(await server!.Address.IsSecretAsync());
    }

    [Fact]
    public async Task A_secret_input_echoed_by_the_mock_comes_back_plain()
    {
        Server? server = null;
        await Mocked.RunAsync(() => server = new Server("server", new ServerArgs { Address = Output.CreateSecret("x") }));

        Assert.False(await server!.Address.IsSecretAsync());
        Assert.Equal("x", await server.Address.ValueAsync());
    }

    [Fact]
    public async Task Component_outputs_stay_null_and_are_not_filled_from_the_state()
    {
        Group? group = null;
        await Mocked.RunAsync(RecordingMocks.Answering("id", State("address", "x")), () => group = new Group("group"));

        Assert.Null(group!.Address);
        Assert.Null(group.Count);
    }

    [Fact]
    public async Task Resource_outputs_depend_on_their_resource()
    {
        var server = await ServerAsync(Mocked.Update, State("address", "x"));

        Assert.Equal(["server"], await server.Address.DependencyNamesAsync());
        Assert.Equal(["server"], await server.Id.DependencyNamesAsync());
        Assert.Equal(["server"], await server.Urn.DependencyNamesAsync());
    }

    [Fact]
    public async Task Empty_mocks_echo_the_inputs_and_give_no_id()
    {
        Server? server = null;
        await Mocked.RunAsync(new EmptyMocks(), () => server = new Server("server", new ServerArgs { Address = "x" }));

        Assert.Equal("x", await server!.Address.ValueAsync());
        Assert.False(await server.Id.IsKnownAsync());
    }

    private static ImmutableDictionary<string, object> State(string key, object value) =>
        ImmutableDictionary<string, object>.Empty.Add(key, value);

    private static async Task<Server> ServerAsync(TestOptions options, object state, string? id = "id")
    {
        Server? server = null;
        await Deployment.TestAsync(RecordingMocks.Answering(id, state), options, () => { server = new Server("server"); });
        return server!;
    }
}
