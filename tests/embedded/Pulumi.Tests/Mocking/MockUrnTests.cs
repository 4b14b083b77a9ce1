namespace Pulumi.Tests.Mocking;

/// <summary>"URNs": under mocks only the first type of the parent chain, the stack's, is kept.</summary>
public sealed class MockUrnTests
{
    [Fact]
    public async Task Every_resource_sits_directly_under_the_stack_whatever_its_depth()
    {
        Resource[] resources = [];
        await Mocked.RunAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("outer-inner", new ComponentResourceOptions { Parent = outer });
            var leaf = new Box("leaf", null, new CustomResourceOptions { Parent = inner });
            var below = new Server("below", null, new CustomResourceOptions { Parent = leaf });
            resources = [outer, inner, leaf, below];
        });

        var urns = await Task.WhenAll(resources.Select(resource => resource.Urn.ValueAsync()));
        Assert.Equal(
            [
                "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Group::outer",
                "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Group::outer-inner",
                "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Box::leaf",
                "urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:net/v1:Server::below",
            ],
            urns);
    }

    [Fact]
    public async Task The_stack_is_named_after_project_and_stack()
    {
        var resources = await Mocked.RunInStackAsync(new RecordingMocks(), new StackOptions(), () => { });

        var stack = Assert.Single(resources);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev", await stack.Urn.ValueAsync());
        Assert.Equal(("pulumi:pulumi:Stack", "proj-dev"), (stack.GetResourceType(), stack.GetResourceName()));
    }

    [Fact]
    public async Task A_urn_is_known_in_a_preview()
    {
        Box? box = null;
        await Deployment.TestAsync(new RecordingMocks(), Mocked.Preview, () => { box = new Box("box"); });

        Assert.True(await box!.Urn.IsKnownAsync());
    }
}
