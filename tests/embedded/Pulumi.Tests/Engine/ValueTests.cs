namespace Pulumi.Tests.Engine;

/// <summary>Input trees, and what a preview knows of outputs.</summary>
public sealed class ValueTests
{
    [Fact]
    public async Task Inputs_are_plain_trees_with_doubles()
    {
        var box = await InputsAsync(new BoxArgs { Value = new Dictionary<string, object> { ["i"] = 1, ["l"] = new[] { "x" }, ["b"] = true } });

        Assert.Equal("{v: {b: true, i: 1, l: ['x']}}", box);
    }

    [Fact]
    public async Task Secrets_and_unknowns_stay_where_they_are()
    {
        var box = await InputsAsync(new BoxArgs
        {
            Value = new InputMap<string> { ["s"] = Output.CreateSecret("hunter2"), ["u"] = Unknown.String, ["p"] = "plain" },
        });

        Assert.Equal("{v: {p: 'plain', s: secret('hunter2'), u: unknown}}", box);
    }

    public static TheoryData<string, object, string> Depths => new()
    {
        { "a list", new object?[] { Output.CreateSecret("s"), Unknown.String, null, 1 }, "[secret('s'), unknown, null, 1]" },
        { "a list in a list", new[] { new[] { Output.CreateSecret(1) } }, "[[secret(1)]]" },
        { "input lists", new InputList<string> { "a", Output.CreateSecret("s"), Unknown.String }, "['a', secret('s'), unknown]" },
        { "nested arguments", new BoxArgs { Value = new BoxArgs { Other = Output.CreateSecret("s") }, Other = Unknown.String }, "{other: unknown, v: {other: secret('s')}}" },
        { "a union", new[] { (InputUnion<string, int>)Output.CreateSecret("s"), (InputUnion<string, int>)Output.CreateSecret(1), (InputUnion<string, int>)Unknown.String }, "[secret('s'), secret(1), unknown]" },
        { "a json document", new[] { (InputJson)"{\"a\":[1,null]}", (InputJson)Output.CreateSecret("{\"a\":1}"), (InputJson)Unknown.String }, "[{a: [1, null]}, secret({a: 1}), unknown]" },
        { "a secret list", Output.CreateSecret(new object[] { 1, "x" }), "secret([1, 'x'])" },
        { "a secret around secrets and unknowns", Output.CreateSecret(new Dictionary<string, object> { ["s"] = Output.CreateSecret("s"), ["u"] = Unknown.String }), "secret({s: secret('s'), u: unknown})" },
        { "an output of outputs", Output.Create(new object[] { Output.Create(new object[] { Unknown.String, Output.CreateSecret(true) }) }), "[[unknown, secret(true)]]" },
        { "a secret in a secret", Output.CreateSecret(Output.CreateSecret("s")), "secret('s')" },
    };

    [Theory]
    [MemberData(nameof(Depths))]
    public async Task Secrets_and_unknowns_keep_their_place_in(string container, object value, string tree) =>
        Assert.Equal((container, $"{{v: {tree}}}"), (container, await InputsAsync(new BoxArgs { Value = value })));

    [Fact]
    public async Task A_secret_made_from_a_secret_input_stays_one_in_everything_derived_from_it() =>
        Assert.Equal(
            "{v: [secret('s!'), secret('x-s'), secret(['s', 'plain']), secret('{\"k\":\"s\"}'), 's']}",
            await InputsAsync(() =>
            {
                var secret = Output.CreateSecret("s");
                return new BoxArgs
                {
                    Value = new object[]
                    {
                        secret.Apply(text => text + "!"),
                        Output.Format($"x-{secret}"),
                        Output.All(secret, Output.Create("plain")),
                        Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["k"] = secret })),
                        Output.Unsecret(secret),
                    },
                };
            }));

    [Fact]
    public async Task A_secret_that_is_unknown_is_still_a_secret() =>
        Assert.Equal("{other: secret(unknown)}", await InputsAsync(new BoxArgs { Other = Output.CreateSecret(Unknown.String) }));

    [Fact]
    public async Task A_resource_as_a_value_is_its_urn() =>
        Assert.Equal("{v: ['urn:pulumi:dev::proj::test:index:Box::b']}", await InputsAsync(() => new BoxArgs { Value = new[] { new Box("b") } }));

    [Fact]
    public async Task An_asset_is_itself()
    {
        var asset = new StringAsset("text");
        var result = await Run.SucceedAsync(() => _ = new Box("a", new BoxArgs { Value = asset }));

        Assert.Same(asset, result.Named("a").Inputs["v"]);
    }

    [Fact]
    public async Task Assets_keep_their_place_and_secretness()
    {
        var (text, file) = (new StringAsset("text"), new FileAsset("a.txt"));
        var archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["inner"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["text"] = text }) });
        var result = await Run.SucceedAsync(() => _ = new Box("a", new BoxArgs { Value = new object[] { archive, Output.CreateSecret<AssetOrArchive>(file) } }));

        var list = (ImmutableArray<object?>)result.Named("a").Inputs["v"]!;
        Assert.Same(archive, list[0]);
        Assert.Same(file, Assert.IsType<Pulumi.Embedded.SecretValue>(list[1]).Value);
    }

    [Fact]
    public async Task Json_text_with_a_secret_inside_is_a_secret_and_with_an_unknown_is_unknown()
    {
        var result = await Run.SucceedAsync(() =>
        {
            _ = new AnyResource("test:index:Json", "plain", new JsonArgs { Value = new Dictionary<string, object> { ["k"] = 1 } });
            _ = new AnyResource("test:index:Json", "secret", new JsonArgs { Value = new[] { Output.CreateSecret("s") } });
            _ = new AnyResource("test:index:Json", "unknown", new JsonArgs { Value = new[] { Unknown.String } });
        });

        Assert.Equal("""{x: '{ "k": 1 }'}""", Tree.Of(result.Named("plain").Inputs));
        Assert.StartsWith("{x: secret(", Tree.Of(result.Named("secret").Inputs), StringComparison.Ordinal);
        Assert.Equal("{x: unknown}", Tree.Of(result.Named("unknown").Inputs));
    }

    [Fact]
    public async Task Outputs_echo_known_inputs_and_everything_else_is_unknown()
    {
        Server? server = null;
        await Run.SucceedAsync(() => server = new Server("s", new ServerArgs { Address = "x", Zones = { "a", "b" }, Tags = { ["u"] = Unknown.String } }));

        Assert.Equal("x", await server!.Address.ValueAsync());
        Assert.Equal(2, (await server.Zones.ValueAsync()).Length);
        Assert.False(await server.Tags.IsKnownAsync());
        Assert.False(await server.Port.IsKnownAsync());
        Assert.False(await server.Id.IsKnownAsync());
    }

    [Fact]
    public async Task An_echoed_secret_stays_secret()
    {
        Server? server = null;
        await Run.SucceedAsync(() => server = new Server("s", new ServerArgs { Address = Output.CreateSecret("x") }));

        Assert.True(await server!.Address.IsSecretAsync());
        Assert.True(await server.Address.IsKnownAsync());
    }

    [Fact]
    public async Task Additional_secret_outputs_are_secret()
    {
        Server? server = null;
        var result = await Run.SucceedAsync(() => server = new Server(
            "s", new ServerArgs { Address = "x", Port = 1 }, new CustomResourceOptions { AdditionalSecretOutputs = { "address", "missing" } }));

        Assert.Equal((true, "x"), (await server!.Address.IsSecretAsync(), await server.Address.ValueAsync()));
        Assert.False(await server.Port.IsSecretAsync());
        Assert.Equal("{address: 'x', port: 1}", Tree.Of(result.Named("s").Inputs));
    }

    [Fact]
    public async Task Keys_that_look_internal_are_planned_although_the_sdk_reads_none_back()
    {
        Box? box = null;
        var value = new Dictionary<string, object> { ["__x"] = 1, ["list"] = new[] { new Dictionary<string, int> { ["__y"] = 2, ["z"] = 3 } } };
        var result = await Run.SucceedAsync(() => box = new Box("a", new BoxArgs { Value = value }));

        Assert.Equal("{v: {__x: 1, list: [{__y: 2, z: 3}]}}", Tree.Of(result.Named("a").Inputs));
        Assert.Equal("{list: [{z: 3}]}", Tree.Of(await box!.Value.ValueAsync()));
    }

    [Fact]
    public async Task Json_outputs_have_their_keys_in_order()
    {
        JsonBox? box = null;
        var names = Enumerable.Range(0, 50).Select(i => $"k{i:00}").ToList();
        await Run.SucceedAsync(() => box = new JsonBox("a", new BoxArgs { Value = names.ToDictionary(name => name, _ => 1) }));

        Assert.Equal($"{{{string.Join(",", names.Select(name => $"\"{name}\":1"))}}}", (await box!.Json.ValueAsync()).GetRawText());
    }

    [Fact]
    public async Task Resources_hidden_behind_an_unknown_do_not_show_up()
    {
        var result = await Run.SucceedAsync(() => new Box("a").Id.Apply(id => new Box($"hidden-{id}")));

        Assert.Equal(["proj-dev", "a"], result.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task Outputs_of_a_stack_reference_are_unknown()
    {
        Output<object?>? output = null;
        var result = await Run.SucceedAsync(() => output = new StackReference("org/net/dev").GetOutput("vpc"));

        Assert.False(await output!.IsKnownAsync());
        Assert.Equal("{name: 'org/net/dev'}", Tree.Of(result.Named("org/net/dev").Inputs));
    }

    [Fact]
    public async Task Outputs_of_components_and_of_the_stack_are_kept()
    {
        var result = await Pulumi.Embedded.EmbeddedEngine.RunAsync(Run.Options, () => Deployment.RunAsync(() =>
        {
            new Group("g") { Address = Output.CreateSecret("x") }.Finish();
            return new Dictionary<string, object?> { ["id"] = new Box("a").Id, ["n"] = 1 };
        }));

        Assert.Equal("{address: secret('x')}", Tree.Of(result.Named("g").Outputs));
        Assert.Equal("{id: unknown, n: 1}", Tree.Of(result.Outputs));
        Assert.Equal("{id: unknown, n: 1}", Tree.Of(result.Resources[0].Outputs));
    }

    private static Task<string> InputsAsync(BoxArgs args) => InputsAsync(() => args);

    private static async Task<string> InputsAsync(Func<BoxArgs> args) =>
        Tree.Of((await Run.SucceedAsync(() => _ = new Box("a", args()))).Named("a").Inputs);

    private sealed class JsonBox(string name, BoxArgs args) : CustomResource(Box.Type, name, args, options: null)
    {
        [Output("v")]
        public Output<System.Text.Json.JsonElement> Json { get; private set; } = null!;
    }

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("x", json: true)]
        public object? Value { get; set; }
    }
}
