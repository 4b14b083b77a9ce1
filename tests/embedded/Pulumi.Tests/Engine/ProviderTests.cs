namespace Pulumi.Tests.Engine;

/// <summary>Which provider a resource gets: its own, or one of its package from above.</summary>
public sealed class ProviderTests
{
    private const string Provider = "urn:pulumi:dev::proj::pulumi:providers:";

    [Fact]
    public async Task An_explicit_one_is_shown_and_none_where_there_is_none()
    {
        var result = await Run.SucceedAsync(() =>
        {
            _ = new Box("given", null, new CustomResourceOptions { Provider = new TestProvider("test", "p") });
            _ = new Box("none");
        });

        Assert.Equal((Provider + "test::p", null), (result.Named("given").Provider, result.Named("none").Provider));
    }

    [Fact]
    public async Task Components_hand_down_one_per_package()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var (test, other) = (new TestProvider("test", "p"), new TestProvider("other", "q"));
            var outer = new Group("outer", new ComponentResourceOptions { Providers = { test, other } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("box", null, new CustomResourceOptions { Parent = inner });
            _ = new AnyResource("other:index:Thing", "thing", null, new CustomResourceOptions { Parent = inner });
            _ = new AnyResource("third:index:Thing", "third", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal(
            (Provider + "test::p", Provider + "other::q", null, null),
            (result.Named("box").Provider, result.Named("thing").Provider, result.Named("third").Provider, result.Named("inner").Provider));
    }

    [Fact]
    public async Task A_nearer_one_wins_and_its_siblings_keep_theirs()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Providers = { new TestProvider("test", "far") } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, Provider = new TestProvider("test", "near") });
            _ = new Box("a", null, new CustomResourceOptions { Parent = inner });
            _ = new Box("b", null, new CustomResourceOptions { Parent = outer });
            _ = new Box("c", null, new CustomResourceOptions { Parent = inner, Provider = new TestProvider("test", "own") });
        });

        Assert.Equal(
            (Provider + "test::near", Provider + "test::far", Provider + "test::own"),
            (result.Named("a").Provider, result.Named("b").Provider, result.Named("c").Provider));
    }

    [Fact]
    public async Task Children_of_a_custom_resource_get_its_own()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var parent = new Box("parent", null, new CustomResourceOptions { Provider = new TestProvider("test", "p") });
            _ = new Box("child", null, new CustomResourceOptions { Parent = parent });
        });

        Assert.Equal(Provider + "test::p", result.Named("child").Provider);
    }

    [Fact]
    public async Task A_provider_is_a_resource_whose_arguments_may_be_unknown_or_secret()
    {
        var result = await Run.SucceedAsync(() => _ = new SettingsProvider("p", new SettingsArgs
        {
            Endpoint = new Box("cluster").Id,
            Token = Output.CreateSecret("hunter2"),
            Tags = new Dictionary<string, object> { ["unknown"] = Unknown.String },
        }));

        var provider = result.Named("p");
        Assert.Equal("{endpoint: unknown, tags: unknown, token: secret('hunter2')}", Tree.Of(provider.Inputs));
        Assert.Equal(["urn:pulumi:dev::proj::test:index:Box::cluster"], provider.Dependencies.AsEnumerable());
    }

    private sealed class SettingsProvider(string name, SettingsArgs args) : ProviderResource("test", name, args, null);

    private sealed class SettingsArgs : ResourceArgs
    {
        [Input("endpoint")]
        public Input<string>? Endpoint { get; set; }

        [Input("token")]
        public Input<string>? Token { get; set; }

        [Input("tags", json: true)]
        public object? Tags { get; set; }
    }
}
