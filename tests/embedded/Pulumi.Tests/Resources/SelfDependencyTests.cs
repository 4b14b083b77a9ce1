namespace Pulumi.Tests.Resources;

/// <summary>"Ordering": a custom resource that depends on its own parent component waits for itself.</summary>
public sealed class SelfDependencyTests
{
    [Fact]
    public async Task A_child_that_depends_on_its_own_parent_hangs_the_run()
    {
        var mocks = new RecordingMocks();
        var constructed = new TaskCompletionSource();
        var run = Task.Run(() => Mocked.RunAsync(mocks, () =>
        {
            var group = new Group("group");
            _ = new Box("child", null, new CustomResourceOptions { Parent = group, DependsOn = { group } });
            constructed.SetResult();
        }));
        await constructed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // Long enough for a run that ends: another one begins after it and ends.
        await Mocked.RunAsync(() => _ = new Box("other"));

        Assert.False(run.IsCompleted);
        Assert.Equal(["group"], mocks.Names);
    }

    [Fact]
    public async Task A_sibling_may_depend_on_the_component()
    {
        var mocks = await Mocked.RunAsync(() =>
        {
            var group = new Group("group");
            _ = new Box("child", null, new CustomResourceOptions { Parent = group });
            _ = new Box("sibling", null, new CustomResourceOptions { DependsOn = { group } });
        });

        Assert.Equal(["group", "child", "sibling"], mocks.Names);
    }
}
