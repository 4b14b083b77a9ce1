namespace Pulumi.Tests.Deployments;

/// <summary>"Invokes and stack references", <see cref="StackReference"/>.</summary>
public sealed class StackReferenceTests
{
    private static readonly Dictionary<string, object> _state = new()
    {
        ["name"] = "org/proj/dev",
        ["outputs"] = new Dictionary<string, object> { ["url"] = "http://x", ["password"] = Output.CreateSecret("hunter2") },
        ["secretOutputNames"] = new[] { "password" },
    };

    [Fact]
    public async Task It_is_mocked_as_a_read_resource_by_its_name()
    {
        var mocks = Answering(_state);
        await Mocked.RunAsync(mocks, () => _ = new StackReference("org/proj/dev"));

        var args = Assert.Single(mocks.Resources);
        Assert.Equal(("pulumi:pulumi:StackReference", "org/proj/dev", "org/proj/dev"), (args.Type, args.Name, args.Id));
        Assert.Equal("{name: 'org/proj/dev'}", Shape.Of(args.Inputs));
    }

    [Fact]
    public async Task Its_args_may_name_another_stack()
    {
        var mocks = Answering(_state);
        await Mocked.RunAsync(mocks, () => _ = new StackReference("network", new StackReferenceArgs { Name = "org/proj/dev" }));

        var args = Assert.Single(mocks.Resources);
        Assert.Equal(("network", "org/proj/dev"), (args.Name, args.Id));
        Assert.Equal("{name: 'org/proj/dev'}", Shape.Of(args.Inputs));
    }

    [Fact]
    public async Task A_plain_output_is_plain_and_a_secret_one_secret()
    {
        var (url, password) = await ReadAsync(reference => (reference.GetOutput("url"), reference.RequireOutput("password")));

        Assert.Equal(("http://x", false), (await url.ValueAsync(), await url.IsSecretAsync()));
        Assert.Equal(("hunter2", true), (await password.ValueAsync(), await password.IsSecretAsync()));
    }

    [Fact]
    public async Task A_missing_output_is_null()
    {
        var missing = await ReadAsync(reference => reference.GetOutput("nope"));

        Assert.Null(await missing.ValueAsync());
    }

    [Fact]
    public async Task A_missing_required_output_fails_the_run()
    {
        var exception = await Mocked.FailAsync(Answering(_state), () => new StackReference("org/proj/dev").RequireOutput("nope"));

        Assert.Contains("Required output 'nope' does not exist on stack 'org/proj/dev'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_tell_plain_from_secret()
    {
        StackReferenceOutputDetails? url = null, password = null;
        await Deployment.TestAsync(Answering(_state), Mocked.Update, async () =>
        {
            var reference = new StackReference("org/proj/dev");
            url = await reference.GetOutputDetailsAsync("url");
            password = await reference.GetOutputDetailsAsync("password");
        });

        Assert.Equal(("http://x", null), (url!.Value, url.SecretValue));
        Assert.Equal((null, "hunter2"), (password!.Value, password.SecretValue));
    }

    [Fact]
    public Task Without_the_list_of_secret_names_reading_an_output_fails_the_run()
    {
        var state = new Dictionary<string, object> { ["outputs"] = new Dictionary<string, object> { ["url"] = "http://x" } };

        return Mocked.FailAsync(Answering(state), () => new StackReference("org/proj/dev").GetOutput("url"));
    }

    [Fact]
    public async Task In_a_preview_without_a_state_an_output_is_unknown()
    {
        Output<object?>? url = null;
        await Deployment.TestAsync(Answering(new Dictionary<string, object>()), Mocked.Preview, () => { url = new StackReference("org/proj/dev").GetOutput("url"); });

        Assert.False(await url!.IsKnownAsync());
        Assert.False(await url!.IsSecretAsync());
    }

    private static RecordingMocks Answering(object state) => RecordingMocks.Answering("id", state);

    private static async Task<T> ReadAsync<T>(Func<StackReference, T> read)
    {
        T? result = default;
        await Mocked.RunAsync(Answering(_state), () => { result = read(new StackReference("org/proj/dev")); });
        return result!;
    }
}
