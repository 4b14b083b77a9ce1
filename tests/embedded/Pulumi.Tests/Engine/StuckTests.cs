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
        var result = await Run.SucceedAsync(() => _ = new Box("a", new BoxArgs { Value = Output.Create(SlowAsync()).Apply(text => text + "!") }));

        Assert.Equal("{v: 'slow!'}", Tree.Of(result.Named("a").Inputs));

        // Slower than the runner's patience with what follows from a finished task.
        static async Task<string> SlowAsync()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            return "slow";
        }
    }

    [Fact]
    public async Task A_callback_that_works_for_long_is_not_stuck()
    {
        var result = await Run.SucceedAsync(() =>
        {
            var later = new DeferredOutput<string>();
            _ = new Box("a", new BoxArgs { Value = later.Output.Apply(Work) });
            new Thread(() => later.Resolve(Output.Create("x"))).Start();
        });

        Assert.Equal("{v: 'x!'}", Tree.Of(result.Named("a").Inputs));

        // On a thread that the run knows nothing of, and longer than it observes.
        static string Work(string text)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            return text + "!";
        }
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
