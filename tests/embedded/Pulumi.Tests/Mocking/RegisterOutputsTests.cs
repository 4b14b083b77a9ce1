namespace Pulumi.Tests.Mocking;

/// <summary>"Ordering", last bullet: <see cref="IMocks.RegisterResourceOutputs"/> and what it receives.</summary>
public sealed class RegisterOutputsTests
{
    [Fact]
    public async Task A_component_registers_the_outputs_it_passes()
    {
        var request = await RequestOfGroupAsync(group => group.Finish(new Dictionary<string, object?> { ["a"] = "x", ["n"] = 5 }));

        Assert.Equal(Mocked.Urn(Group.Type, "group"), request.Urn);
        Assert.Equal(["a", "n"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("x", await request.Outputs["a"].ValueAsync());
        Assert.Equal(5.0, await request.Outputs["n"].ValueAsync());
    }

    [Fact]
    public async Task Without_a_dictionary_the_output_properties_are_registered_by_name()
    {
        var request = await RequestOfGroupAsync(group =>
        {
            group.Address = Output.Create("10.0.0.1");
            group.Count = Output.Create(3);
            group.Finish();
        });

        Assert.Equal(["Count", "address"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("10.0.0.1", await request.Outputs["address"].ValueAsync());
        Assert.Equal(3.0, await request.Outputs["Count"].ValueAsync());
    }

    [Fact]
    public async Task The_dictionary_may_be_an_output()
    {
        var request = await RequestOfGroupAsync(group =>
            group.Finish(Output.Create<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = "x" })));

        Assert.Equal("x", await request.Outputs["a"].ValueAsync());
    }

    [Fact]
    public async Task A_secret_stays_secret()
    {
        var request = await RequestOfGroupAsync(group => group.Finish(new Dictionary<string, object?> { ["a"] = Output.CreateSecret("x") }));

        Assert.True(await request.Outputs["a"].IsSecretAsync());
        Assert.Equal("x", await request.Outputs["a"].ValueAsync());
    }

    [Fact]
    public async Task A_nested_secret_makes_its_top_level_output_secret_and_no_other()
    {
        var request = await RequestOfGroupAsync(group => group.Finish(new Dictionary<string, object?>
        {
            ["nested"] = new Dictionary<string, object> { ["list"] = new object[] { Output.CreateSecret("x") } },
            ["plain"] = "y",
        }));

        Assert.True(await request.Outputs["nested"].IsSecretAsync());
        Assert.Equal("{list: ['x']}", Shape.Of(await request.Outputs["nested"].ValueAsync()));
        Assert.False(await request.Outputs["plain"].IsSecretAsync());
    }

    [Fact]
    public async Task An_unknown_stays_unknown()
    {
        var request = await RequestOfGroupAsync(group => group.Finish(new Dictionary<string, object?> { ["a"] = Unknown.String }));

        Assert.False(await request.Outputs["a"].IsKnownAsync());
    }

    [Fact]
    public async Task Null_outputs_are_dropped()
    {
        var request = await RequestOfGroupAsync(group => group.Finish(new Dictionary<string, object?>
        {
            ["null"] = null,
            ["outputOfNull"] = Output.Create((string?)null),
            ["a"] = "x",
        }));

        Assert.Equal(["a"], request.Outputs.Keys);
    }

    [Fact]
    public async Task A_component_that_never_registers_outputs_is_no_error()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Group("group"));

        Assert.Equal([Mocked.StackUrn], mocks.Outputs.Select(request => request.Urn));
    }

    [Fact]
    public async Task The_stack_registers_its_output_properties()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<StackWithOutputs>(mocks, Mocked.Update);

        var request = Assert.Single(mocks.Outputs);
        Assert.Equal(Mocked.StackUrn, request.Urn);
        Assert.Equal(["Unnamed", "url"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("http://x", await request.Outputs["url"].ValueAsync());
        Assert.True(await request.Outputs["Unnamed"].IsSecretAsync());
    }

    [Fact]
    public async Task The_stack_around_a_delegate_registers_no_outputs()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, Mocked.Update, () => new Dictionary<string, object?> { ["a"] = "x" });

        var request = Assert.Single(mocks.Outputs);
        Assert.Equal(Mocked.StackUrn, request.Urn);
        Assert.Empty(request.Outputs);
    }

    private static async Task<MockRegisterResourceOutputsRequest> RequestOfGroupAsync(Action<Group> finish)
    {
        var mocks = await Mocked.RunAsync(() => finish(new Group("group")));
        return Assert.Single(mocks.Outputs, request => request.Urn != Mocked.StackUrn);
    }

    private sealed class StackWithOutputs : Stack
    {
        [Output("url")]
        public Output<string> Url { get; private set; } = Output.Create("http://x");

        [Output]
        public Output<string> Unnamed { get; private set; } = Output.CreateSecret("s");
    }
}
