namespace Pulumi.Tests.Mocking;

/// <summary>"What MockResourceArgs shows": type, name, provider and id; components and providers are shown, the stack isn't.</summary>
public sealed class MockResourceArgsTests
{
    [Fact]
    public async Task Type_and_name_are_those_of_the_constructor()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Server("web"));

        var args = Assert.Single(mocks.Resources);
        Assert.Equal(("test:net/v1:Server", "web"), (args.Type, args.Name));
    }

    [Fact]
    public async Task A_new_resource_has_an_empty_id_and_an_empty_provider()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box"));

        Assert.Equal(("", ""), (mocks["box"].Id, mocks["box"].Provider));
    }

    [Fact]
    public async Task An_explicit_provider_is_its_urn_and_id()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var provider = new TestProvider("test", "prov");
            _ = new Box("box", null, new CustomResourceOptions { Provider = provider });
        });

        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:test::prov::prov_id", mocks["box"].Provider);
    }

    [Fact]
    public async Task A_provider_is_shown_as_a_resource()
    {
        var mocks = await Mocked.RunAsync(() => _ = new TestProvider("test", "prov"));

        Assert.Equal("pulumi:providers:test", mocks["prov"].Type);
    }

    [Fact]
    public async Task An_import_shows_the_id_to_import()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", null, new CustomResourceOptions { ImportId = "i-123" }));

        Assert.Equal("i-123", mocks["box"].Id);
    }

    [Fact]
    public async Task An_import_keeps_its_id_where_the_mock_gives_none()
    {
        Box? box = null;
        var mocks = RecordingMocks.Answering(null, ImmutableDictionary<string, object>.Empty);
        await Mocked.RunAsync(mocks, () => box = new Box("box", null, new CustomResourceOptions { ImportId = "i-123" }));

        Assert.Equal("i-123", await box!.Id.ValueAsync());
    }

    [Fact]
    public async Task A_read_shows_the_id_and_the_state_passed()
    {
        var mocks = await Mocked.RunAsync(() => _ = Box.Get("box", "i-123", new BoxArgs { Value = "s" }));

        Assert.Equal("i-123", mocks["box"].Id);
        Assert.Equal("{v: 's'}", Shape.Of(mocks["box"].Inputs));
    }

    [Fact]
    public async Task A_read_without_state_shows_empty_inputs()
    {
        var mocks = await Mocked.RunAsync(() => _ = Box.Get("box", "i-123"));

        Assert.Equal("{}", Shape.Of(mocks["box"].Inputs));
    }

    [Fact]
    public async Task A_read_resource_keeps_the_id_it_was_looked_up_by()
    {
        var mocks = RecordingMocks.Answering("another", ImmutableDictionary<string, object>.Empty.Add("v", "found"));
        Box? box = null;
        var resources = await Mocked.RunAsync(mocks, () => box = Box.Get("box", "i-123"));

        Assert.Same(box, Assert.Single(resources));
        Assert.Equal("i-123", await box!.Id.ValueAsync());
        Assert.Equal("found", await box.Value.ValueAsync());
    }

    [Fact]
    public async Task A_component_without_args_shows_empty_inputs()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Group("group"));

        Assert.Equal(Group.Type, mocks["group"].Type);
        Assert.Equal("{}", Shape.Of(mocks["group"].Inputs));
    }

    [Fact]
    public async Task A_component_shows_the_args_it_passes_to_base()
    {
        var mocks = await Mocked.RunAsync(() => _ = new Group("group", new BoxArgs { Value = 1, Other = Output.CreateSecret("o") }));

        Assert.Equal("{other: 'o', v: 1}", Shape.Of(mocks["group"].Inputs));
    }

    [Fact]
    public async Task The_stack_is_not_shown()
    {
        var mocks = new RecordingMocks();
        await Mocked.RunInStackAsync(mocks, new StackOptions(), () => _ = new Box("box"));

        Assert.Equal(["box"], mocks.Names);
    }

    [Fact]
    public async Task The_same_type_and_name_twice_is_no_error_under_mocks()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            _ = new Box("box");
            _ = new Box("box");
        });

        Assert.Equal(["box", "box"], mocks.Names);
    }

    [Fact]
    public async Task A_type_without_three_parts_is_no_error_under_mocks()
    {
        var mocks = await Mocked.RunAsync(() => _ = new AnyResource("odd", "box", null));

        Assert.Equal("odd", mocks["box"].Type);
    }
}
