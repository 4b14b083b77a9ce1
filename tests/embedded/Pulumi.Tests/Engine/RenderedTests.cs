using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>What a program sees when everything is known: values that are invented, recognisable and the same at each run.</summary>
public sealed class RenderedTests
{
    private static readonly EngineOptions _rendered = Run.Options with { Mode = EngineMode.Rendered };

    [Fact]
    public async Task Nothing_is_unknown_and_what_the_inputs_say_stays()
    {
        Server? server = null;
        await Run.SucceedAsync(() => server = new Server("s", new ServerArgs { Zones = { "a", "b" } }), _rendered);

        Assert.Equal("s-invented-7c577b74ba", await server!.Id.ValueAsync());
        Assert.Equal(["a", "b"], (await server.Zones.ValueAsync()).AsEnumerable());
        Assert.Equal("138518679d.s.invalid", await server.Address.ValueAsync());
        Assert.Equal(1, await server.Port.ValueAsync());
        Assert.Empty(await server.Tags.ValueAsync());
    }

    [Fact]
    public async Task A_rendered_run_is_no_dry_run()
    {
        List<bool> seen = [];
        await Run.SucceedAsync(() => seen.Add(Deployment.Instance.IsDryRun), Run.Options);
        await Run.SucceedAsync(() => seen.Add(Deployment.Instance.IsDryRun), _rendered);

        Assert.Equal([true, false], seen);
    }

    [Fact]
    public async Task Two_resources_share_no_value_and_two_runs_share_all()
    {
        async Task<string[]> ValuesAsync()
        {
            Server[] servers = [];
            await Run.SucceedAsync(() => servers = [new Server("s"), new Server("t"), new Server("s", null, new CustomResourceOptions { Parent = new Group("g") })], _rendered);
            List<string> values = [];
            foreach (var server in servers)
            {
                values.AddRange([await server.Id.ValueAsync(), await server.Address.ValueAsync(), .. await server.Zones.ValueAsync()]);
            }

            return [.. values];
        }

        var first = await ValuesAsync();

        Assert.Equal(9, first.Distinct().Count());
        Assert.Equal(first, await ValuesAsync());
    }

    [Fact]
    public async Task Resources_hidden_behind_an_unknown_show_up()
    {
        var result = await Run.SucceedAsync(() => new Box("a").Id.Apply(id => new Box($"after-{id}")), _rendered);

        Assert.Equal(["proj-dev", "a", "after-a-invented-81fecb8e79"], result.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task Secrets_stay_secret()
    {
        Server? server = null;
        var options = _rendered with { EncryptedConfigKeys = ImmutableHashSet.Create("proj:token") };
        var result = await Run.SucceedAsync(
            () =>
            {
                server = new Server("s", new ServerArgs { Address = Output.CreateSecret("x") }, new CustomResourceOptions { AdditionalSecretOutputs = { "port" } });
                _ = new Box("a", new BoxArgs { Value = new Server("u", new ServerArgs { Address = new Config().RequireSecret("token") }).Address, Other = server.Address });
            },
            options);

        Assert.Equal((true, "x"), (await server!.Address.IsSecretAsync(), await server.Address.ValueAsync()));
        Assert.Equal((true, 1), (await server.Port.IsSecretAsync(), await server.Port.ValueAsync()));
        Assert.Equal("{address: secret(unknown)}", Tree.Of(result.Named("u").Inputs));
        Assert.Equal("{other: secret('x'), v: secret('82a6f2740e.u.invalid')}", Tree.Of(result.Named("a").Inputs));
    }

    [Fact]
    public async Task A_read_resource_is_invented_around_its_id()
    {
        Box? box = null;
        Server? server = null;
        await Run.SucceedAsync(
            () =>
            {
                box = Box.Get("got", "id-1");
                server = new Server("server", null, new CustomResourceOptions { Id = "id-2" });
            },
            _rendered);

        Assert.Equal(("id-1", "id-2"), (await box!.Id.ValueAsync(), await server!.Id.ValueAsync()));
        Assert.Matches(@"^[0-9a-f]{10}\.server\.invalid$", await server.Address.ValueAsync());
        Assert.Null(await box.Value.ValueAsync()); // a provider may leave it out
    }

    [Fact]
    public async Task A_resource_found_by_its_urn_is_what_was_registered()
    {
        Server? found = null;
        Server? server = null;
        await Run.SucceedAsync(
            () =>
            {
                server = new Server("s");
                found = new Server("s", null, new CustomResourceOptions { Urn = "urn:pulumi:dev::proj::test:net/v1:Server::s" });
            },
            _rendered);

        Assert.Equal(await server!.Address.ValueAsync(), await found!.Address.ValueAsync());
    }

    [Fact]
    public async Task Functions_answer_with_their_arguments_and_the_same_at_each_call()
    {
        Output<string>? text = null, again = null, other = null;
        Output<bool>? flag = null;
        await Run.SucceedAsync(
            () =>
            {
                Output<T> Call<T>(string name) => Deployment.Instance.InvokeSingle<T>("test:index/get:get", new Arguments { Name = name });
                (text, again, other, flag) = (Call<string>("a"), Call<string>("a"), Call<string>("b"), Call<bool>("a"));
            },
            _rendered);

        Assert.Equal("a-result-invented-4cc96d5830", await text!.ValueAsync());
        Assert.Equal(await text!.ValueAsync(), await again!.ValueAsync());
        Assert.NotEqual(await text!.ValueAsync(), await other!.ValueAsync());
        Assert.False(await flag!.ValueAsync());
    }

    [Fact]
    public async Task An_asynchronous_call_is_answered_too()
    {
        string? answer = null;
        var result = await EmbeddedEngine.RunAsync(
            _rendered,
            () => Deployment.RunAsync((Func<Task>)(async () => answer = await Deployment.Instance.InvokeAsync<string>("test:index/get:get", InvokeArgs.Empty))));

        Assert.Empty(result.Diagnostics);
        Assert.Equal("get-result-invented-374f12caae", answer);
    }

    [Fact]
    public async Task Outputs_of_a_stack_reference_are_invented_by_name()
    {
        Output<object?>? vpc = null;
        Output<object>? subnet = null;
        await Run.SucceedAsync(
            () =>
            {
                var network = new StackReference("org/net/dev");
                (vpc, subnet) = (network.GetOutput("vpc"), network.RequireOutput("subnet"));
            },
            _rendered);

        Assert.Equal("dev-vpc-invented-d47969a8e6", await vpc!.ValueAsync());
        Assert.Equal("dev-subnet-invented-edcf6a1c05", await subnet!.ValueAsync());
        Assert.False(await vpc!.IsSecretAsync());
    }

    private sealed class Arguments : InvokeArgs
    {
        [Input("name")]
        public string? Name { get; set; }
    }
}
