namespace Pulumi.Tests.Resources;

/// <summary>"What MockResourceArgs shows", <c>Provider</c>: explicit, inherited through <c>Providers</c>, or none.</summary>
public sealed class ProviderInheritanceTests
{
    private static readonly string _prov = Mocked.Urn("pulumi:providers:test", "prov") + "::prov_id";
    private static readonly string _own = Mocked.Urn("pulumi:providers:test", "own") + "::own_id";

    [Fact]
    public async Task Providers_of_a_component_reach_all_descendants_of_their_package()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Providers = { new TestProvider("test", "prov") } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Box("leaf", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.Equal(_prov, mocks["leaf"].Provider);
    }

    [Fact]
    public async Task Resources_of_other_packages_get_none()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { Providers = { new TestProvider("test", "prov") } });
            _ = new AnyResource("another:index:Box", "foreign", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal("", mocks["foreign"].Provider);
    }

    [Fact]
    public async Task Each_package_gets_its_own()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions
            {
                Providers = { new TestProvider("test", "prov"), new TestProvider("another", "second") },
            });
            _ = new Box("box", null, new CustomResourceOptions { Parent = group });
            _ = new AnyResource("another:index:Box", "foreign", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(_prov, mocks["box"].Provider);
        Assert.Equal(Mocked.Urn("pulumi:providers:another", "second") + "::second_id", mocks["foreign"].Provider);
    }

    [Fact]
    public async Task The_single_provider_of_a_component_is_inherited_like_a_list_of_one()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { Provider = new TestProvider("test", "prov") });
            _ = new Box("box", null, new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(_prov, mocks["box"].Provider);
    }

    [Fact]
    public async Task An_explicit_provider_wins_over_the_inherited_one()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { Providers = { new TestProvider("test", "prov") } });
            _ = new Box("box", null, new CustomResourceOptions { Parent = group, Provider = new TestProvider("test", "own") });
        });

        Assert.Equal(_own, mocks["box"].Provider);
    }

    [Fact]
    public async Task An_inner_component_overrides_for_its_descendants()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Providers = { new TestProvider("test", "prov") } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, Providers = { new TestProvider("test", "own") } });
            _ = new Box("below-inner", null, new CustomResourceOptions { Parent = inner });
            _ = new Box("below-outer", null, new CustomResourceOptions { Parent = outer });
        });

        Assert.Equal((_own, _prov), (mocks["below-inner"].Provider, mocks["below-outer"].Provider));
    }

    [Fact]
    public async Task Children_of_a_custom_resource_inherit_its_provider()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var parent = new Box("parent", null, new CustomResourceOptions { Provider = new TestProvider("test", "prov") });
            _ = new Box("child", null, new CustomResourceOptions { Parent = parent });
        });

        Assert.Equal(_prov, mocks["child"].Provider);
    }

    [Fact]
    public async Task A_component_itself_shows_no_provider()
    {
        var mocks = await Mocked.RunAsync(() =>
            _ = new Group("group", new ComponentResourceOptions { Providers = { new TestProvider("test", "prov") } }));

        Assert.Equal("", mocks["group"].Provider);
    }

    [Fact]
    public async Task A_provider_without_an_id_is_shown_with_the_mark_of_an_unknown()
    {
        var mocks = new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        await Mocked.RunAsync(mocks, () => _ = new Box("box", null, new CustomResourceOptions { Provider = new TestProvider("test", "prov") }));

        Assert.Equal(Mocked.Urn("pulumi:providers:test", "prov") + "::04da6b54-80e4-46f7-96ec-b56ff0331ba9", mocks["box"].Provider);
    }

    [Fact]
    public async Task Provider_and_providers_together_are_refused()
    {
        var exception = await Mocked.FailAsync(() =>
        {
            var provider = new TestProvider("test", "prov");
            _ = new Group("group", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        });

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", exception.Message, StringComparison.Ordinal);
    }
}
