namespace Pulumi.Tests.Deployments;

/// <summary>"Invokes and stack references", invokes: token, arguments and provider that <see cref="IMocks.CallAsync"/> gets, and its answer.</summary>
public sealed class InvokeTests
{
    private const string Token = "test:index:getZones";

    [Fact]
    public async Task The_mock_gets_token_and_arguments()
    {
        var mocks = Answering();
        await Mocked.RunAsync(mocks, () => Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs { Region = "eu", Count = 2 }));

        var call = Assert.Single(mocks.Calls);
        Assert.Equal((Token, ""), (call.Token, call.Provider));
        Assert.Equal("{count: 2, region: 'eu'}", Shape.Of(call.Args));
    }

    [Fact]
    public async Task The_answer_becomes_the_result_type()
    {
        var result = await InvokeAsync(new ZonesArgs { Region = "eu" });

        Assert.Equal(["a", "b"], (await result.ValueAsync()).Names.AsEnumerable());
    }

    [Fact]
    public async Task An_asynchronous_invoke_gives_the_value_itself()
    {
        ImmutableArray<string> names = [];
        await Deployment.TestAsync(Answering(), Mocked.Update, async () =>
        {
            names = (await Deployment.Instance.InvokeAsync<ZonesResult>(Token, new ZonesArgs { Region = "eu" })).Names;
        });

        Assert.Equal(["a", "b"], names.AsEnumerable());
    }

    [Fact]
    public async Task Secret_arguments_arrive_plain()
    {
        var mocks = Answering();
        await Mocked.RunAsync(mocks, () => Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs { Region = Output.CreateSecret("eu") }));

        Assert.Equal("{region: 'eu'}", Shape.Of(Assert.Single(mocks.Calls).Args));
    }

    [Fact]
    public async Task With_an_unknown_argument_the_result_is_unknown_and_the_mock_is_not_called()
    {
        var mocks = Answering();
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(mocks, () => result = Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs { Region = Unknown.String }));

        Assert.False(await result!.IsKnownAsync());
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task The_result_depends_on_the_resources_in_its_arguments()
    {
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(Answering(), () =>
            result = Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs { Region = new Box("box").Id }));

        Assert.Equal(["box"], await result!.DependencyNamesAsync());
    }

    [Fact]
    public async Task The_result_depends_on_what_the_options_name()
    {
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(Answering(), () =>
            result = Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs(), new InvokeOutputOptions { DependsOn = { new Box("box") } }));

        Assert.Equal(["box"], await result!.DependencyNamesAsync());
    }

    [Fact]
    public async Task While_a_dependency_has_no_id_the_result_is_unknown_and_the_mock_is_not_called()
    {
        var mocks = new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(mocks, () =>
            result = Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs(), new InvokeOutputOptions { DependsOn = { new Box("box") } }));

        Assert.False(await result!.IsKnownAsync());
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task A_single_value_is_taken_out_of_its_map()
    {
        var mocks = new RecordingMocks { AnswerCall = _ => new Dictionary<string, object> { ["value"] = "only" } };
        Output<string>? result = null;
        await Mocked.RunAsync(mocks, () => result = Deployment.Instance.InvokeSingle<string>(Token, new ZonesArgs()));

        Assert.Equal("only", await result!.ValueAsync());
    }

    [Fact]
    public async Task A_secret_in_the_answer_makes_the_result_secret()
    {
        var mocks = new RecordingMocks { AnswerCall = _ => new Dictionary<string, object> { ["names"] = new[] { Output.CreateSecret("s") } } };
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(mocks, () => result = Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs()));

        Assert.True(await result!.IsSecretAsync());
    }

    [Fact]
    public async Task An_explicit_provider_is_shown()
    {
        var mocks = Answering();
        await Mocked.RunAsync(mocks, () => Deployment.Instance.Invoke<ZonesResult>(
            Token, new ZonesArgs(), new InvokeOptions { Provider = new TestProvider("test", "prov") }));

        Assert.Equal(Mocked.Urn("pulumi:providers:test", "prov") + "::prov_id", Assert.Single(mocks.Calls).Provider);
    }

    [Fact]
    public async Task The_provider_of_the_parent_is_inherited()
    {
        var mocks = Answering();
        await Mocked.RunAsync(mocks, () =>
        {
            var group = new Group("group", new ComponentResourceOptions { Providers = { new TestProvider("test", "prov") } });
            Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs(), new InvokeOptions { Parent = group });
        });

        Assert.Equal(Mocked.Urn("pulumi:providers:test", "prov") + "::prov_id", Assert.Single(mocks.Calls).Provider);
    }

    [Fact]
    public async Task A_mock_that_throws_fails_the_run()
    {
        var mocks = new RecordingMocks { AnswerCall = _ => throw new InvalidOperationException("boom") };

        var exception = await Mocked.FailAsync(mocks, () => Deployment.Instance.Invoke<ZonesResult>(Token, new ZonesArgs()));

        Assert.Contains("System.InvalidOperationException: boom", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_that_can_not_be_serialized_fail_the_run_whether_the_result_is_used_or_not()
    {
        var mocks = Answering();
        var exception = await Record.ExceptionAsync(() => Mocked.RunAsync(mocks, () => Deployment.Instance.Invoke<ZonesResult>(Token, new WrongArgs { Value = 1L })));

        Assert.Empty(mocks.Calls);
        var messages = exception is AggregateException several ? several.InnerExceptions.Select(inner => inner.Message) : [exception!.Message];
        Assert.Contains(messages, message => message.StartsWith($"Error serializing arguments for invoke {Token}: ", StringComparison.Ordinal)
            && message.Contains("error serializing property \"v\": System.Int64 is not a supported argument type.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_call_whose_arguments_can_not_be_serialized_fails_the_run()
    {
        var mocks = Answering();
        var exception = await Record.ExceptionAsync(() => Mocked.RunAsync(mocks, () => Deployment.Instance.Call<ZonesResult>(Token, new WrongCallArgs { Value = 1L })));

        Assert.Empty(mocks.Calls);
        var messages = exception is AggregateException several ? several.InnerExceptions.Select(inner => inner.Message) : [exception!.Message];
        Assert.Contains(messages, message => message.StartsWith($"Error serializing arguments for call {Token}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_call_is_shown_the_same_way()
    {
        var mocks = Answering();
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(mocks, () => result = Deployment.Instance.Call<ZonesResult>("test:index:Box/zones", new ZonesCallArgs { Region = "eu" }));

        var call = Assert.Single(mocks.Calls);
        Assert.Equal("test:index:Box/zones", call.Token);
        Assert.Equal("{region: 'eu'}", Shape.Of(call.Args));
        Assert.Equal(["a", "b"], (await result!.ValueAsync()).Names.AsEnumerable());
    }

    private static RecordingMocks Answering() =>
        new() { AnswerCall = _ => new Dictionary<string, object> { ["names"] = new[] { "a", "b" } } };

    private static async Task<Output<ZonesResult>> InvokeAsync(ZonesArgs args)
    {
        Output<ZonesResult>? result = null;
        await Mocked.RunAsync(Answering(), () => result = Deployment.Instance.Invoke<ZonesResult>(Token, args));
        return result!;
    }

    private sealed class ZonesArgs : InvokeArgs
    {
        [Input("region")]
        public Input<string>? Region { get; set; }

        [Input("count")]
        public int? Count { get; set; }
    }

    private sealed class ZonesCallArgs : CallArgs
    {
        [Input("region")]
        public Input<string>? Region { get; set; }
    }

    private sealed class WrongArgs : InvokeArgs
    {
        [Input("v")]
        public object? Value { get; set; }
    }

    private sealed class WrongCallArgs : CallArgs
    {
        [Input("v")]
        public object? Value { get; set; }
    }

    [OutputType]
    private sealed class ZonesResult
    {
        public readonly ImmutableArray<string> Names;

        [OutputConstructor]
        private ZonesResult(ImmutableArray<string> names) => Names = names;
    }
}
