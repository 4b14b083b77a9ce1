namespace Pulumi.Tests.Resources;

/// <summary>"Ordering": synchronous registration, and what an asynchronous mock can observe.</summary>
public sealed class OrderingTests
{
    private const string FirstBeforeSecond = "start:first start:free end:free constructed end:first start:second end:second";

    [Fact]
    public async Task With_a_synchronous_mock_registration_happens_inside_the_constructor_in_program_order()
    {
        var mocks = new GatedMocks();
        await Mocked.RunAsync(mocks, () =>
        {
            var first = new Box("first");
            mocks.Note("constructed");
            _ = new Box("second", null, new CustomResourceOptions { DependsOn = { first } });
            mocks.Note("constructed");
        });

        Assert.Equal("start:first end:first constructed start:second end:second constructed", mocks.Events());
    }

    [Fact]
    public async Task With_a_synchronous_mock_outputs_are_there_right_after_the_constructor()
    {
        var completed = await Mocked.ReadAsync(() => OutputUtilities.GetValueAsync(new Box("box").Id).IsCompletedSuccessfully);

        Assert.True(completed);
    }

    [Fact]
    public async Task An_asynchronous_mock_sees_dependsOn_honoured()
    {
        var mocks = new GatedMocks("first");
        await Mocked.RunAsync(mocks, () =>
        {
            var first = new Box("first");
            _ = new Box("second", null, new CustomResourceOptions { DependsOn = { first } });
            _ = new Box("free");
            mocks.Note("constructed");
            mocks.Open();
        });

        Assert.Equal(FirstBeforeSecond, mocks.Events());
    }

    [Fact]
    public async Task An_asynchronous_mock_sees_property_dependencies_honoured()
    {
        var mocks = new GatedMocks("first");
        await Mocked.RunAsync(mocks, () =>
        {
            var first = new Box("first");
            _ = new Box("second", new BoxArgs { Other = first.Id });
            _ = new Box("free");
            mocks.Note("constructed");
            mocks.Open();
        });

        Assert.Equal(FirstBeforeSecond, mocks.Events());
    }

    [Fact]
    public async Task A_child_waits_for_its_parent()
    {
        var mocks = new GatedMocks("first");
        await Mocked.RunAsync(mocks, () =>
        {
            var first = new Group("first");
            _ = new Box("second", null, new CustomResourceOptions { Parent = first });
            _ = new Box("free");
            mocks.Note("constructed");
            mocks.Open();
        });

        Assert.Equal(FirstBeforeSecond, mocks.Events());
    }

    [Fact]
    public async Task A_resource_waits_for_its_provider()
    {
        var mocks = new GatedMocks("first");
        await Mocked.RunAsync(mocks, () =>
        {
            var first = new TestProvider("test", "first");
            _ = new Box("second", null, new CustomResourceOptions { Provider = first });
            _ = new Box("free");
            mocks.Note("constructed");
            mocks.Open();
        });

        Assert.Equal(FirstBeforeSecond, mocks.Events());
    }

    [Fact]
    public async Task The_stack_registers_its_outputs_without_waiting_for_resources()
    {
        var mocks = new GatedMocks("provider") { OpensWithTheStacksOutputs = true };
        await Deployment.TestAsync(mocks, Mocked.Update, () =>
        {
            var group = new Group("group", new ComponentResourceOptions { Providers = { new TestProvider("test", "provider") } });
            _ = new Box("box", null, new CustomResourceOptions { Parent = group });
        }).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("start:provider start:group end:group outputs end:provider start:box end:box", mocks.Events());
    }

    [Fact]
    public async Task Depending_on_a_component_means_depending_on_its_children()
    {
        var mocks = new GatedMocks("first");
        await Mocked.RunAsync(mocks, () =>
        {
            var group = new Group("group");
            _ = new Box("first", null, new CustomResourceOptions { Parent = group });
            _ = new Box("second", null, new CustomResourceOptions { DependsOn = { group } });
            mocks.Note("constructed");
            mocks.Open();
        });

        Assert.Equal("start:group end:group start:first constructed end:first start:second end:second", mocks.Events());
    }

    [Fact]
    public async Task A_component_waits_for_the_args_it_passes_to_base()
    {
        var mocks = new GatedMocks("first");
        await Mocked.RunAsync(mocks, () =>
        {
            var first = new Box("first");
            _ = new Group("second", new BoxArgs { Other = first.Id });
            _ = new Group("free", new BoxArgs { Other = "known" });
            mocks.Note("constructed");
            mocks.Open();
        });

        Assert.Equal(FirstBeforeSecond, mocks.Events());
    }
}
