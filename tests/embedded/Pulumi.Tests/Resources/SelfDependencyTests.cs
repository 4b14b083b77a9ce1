namespace Pulumi.Tests.Resources;

/// <summary>"Ordering": a custom resource that depends on its own parent component waits for itself.</summary>
public sealed class SelfDependencyTests
{
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(200);

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

        var first = await Task.WhenAny(run, Task.Delay(_moment));

        Assert.NotSame(run, first);
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
