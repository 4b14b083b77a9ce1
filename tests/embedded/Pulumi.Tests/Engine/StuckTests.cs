namespace Pulumi.Tests.Engine;

/// <summary>A program that can't go on is told so, with names, instead of hanging.</summary>
public sealed class StuckTests
{
    [Fact]
    public async Task Resources_that_wait_for_each_other_are_named()
    {
        var error = await Run.FailAsync(() =>
        {
            var group = new Group("g");
            var later = new DeferredOutput<string>();
            var first = new Box("first", new BoxArgs { Value = later.Output }, new CustomResourceOptions { Parent = group });
            var second = new Box("second", null, new CustomResourceOptions { DependsOn = { group } });
            later.Resolve(second.Urn);
        });

        Assert.Equal(
            """
            2 resource(s) can't be registered, because they wait for each other or for an output that nothing resolves:
              'first' (test:index:Box) waits for its inputs
              'second' (test:index:Box) waits for the dependency 'first' (test:index:Box)
            """,
            error.Message);
    }

    [Fact]
    public async Task An_output_that_nothing_resolves_is_reported()
    {
        var error = await Run.FailAsync(() => new DeferredOutput<string>().Output.Apply(text => text));

        Assert.Equal("The program can't end, because it waits for an output that nothing resolves.", error.Message);
    }

    [Fact]
    public async Task A_program_that_waits_for_its_own_tasks_is_not_stuck()
    {
        var gate = new TaskCompletionSource<string>();
        var run = Run.Async(() => _ = new Box("a", new BoxArgs { Value = Output.Create(gate.Task).Apply(text => text + "!") }));
        var finished = await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(300)));
        Assert.NotSame(run, finished);

        gate.SetResult("now");

        Assert.Equal("{v: 'now!'}", Tree.Of((await run).Named("a").Inputs));
    }

    [Fact]
    public async Task What_was_registered_before_is_in_the_result()
    {
        var result = await Run.Async(() =>
        {
            _ = new Box("a");
            _ = new Box("b", new BoxArgs { Value = new DeferredOutput<string>().Output });
        });

        Assert.False(result.Succeeded);
        Assert.Equal(["proj-dev", "a"], result.Resources.Select(resource => resource.Name));
    }
}
