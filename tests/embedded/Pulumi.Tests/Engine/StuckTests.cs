using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>A program that can't go on is told so, with names, instead of hanging.</summary>
public sealed class StuckTests
{
    /// <summary>How long nothing may happen before a program is taken for stuck.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Resources_that_wait_for_each_other_are_named()
    {
        var result = await StuckAsync(() =>
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
            Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task An_output_that_nothing_resolves_is_reported()
    {
        var result = await StuckAsync(() => new DeferredOutput<string>().Output.Apply(text => text));

        Assert.Equal("The program can't end, because it waits for an output that nothing resolves.", Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task A_program_that_waits_for_its_own_tasks_is_not_stuck()
    {
        var slow = new TaskCompletionSource<string>();
        var run = RunAsync(() => _ = new Box("a", new BoxArgs { Value = Output.Create(slow.Task).Apply(text => text + "!") }));

        _time.Advance(2 * _patience);
        slow.SetResult("slow");

        Assert.Empty((await run).Diagnostics);
        Assert.Equal("{v: 'slow!'}", Tree.Of((await run).Named("a").Inputs));
    }

    [Fact]
    public async Task A_callback_that_works_for_long_is_not_stuck()
    {
        var working = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mayEnd = new ManualResetEventSlim();
        var run = RunAsync(() =>
        {
            var later = new DeferredOutput<string>();
            _ = new Box("a", new BoxArgs { Value = later.Output.Apply(Work) });
            new Thread(() => later.Resolve(Output.Create("x"))).Start();
        });

        await working.Task;
        _time.Advance(2 * _patience);
        mayEnd.Set();

        Assert.Empty((await run).Diagnostics);
        Assert.Equal("{v: 'x!'}", Tree.Of((await run).Named("a").Inputs));

        // On a thread that the run knows nothing of.
        string Work(string text)
        {
            working.SetResult();
            mayEnd.Wait();
            return text + "!";
        }
    }

    [Fact]
    public async Task What_was_registered_before_is_in_the_result()
    {
        var result = await StuckAsync(() =>
        {
            _ = new Box("a");
            _ = new Box("b", new BoxArgs { Value = new DeferredOutput<string>().Output });
        });

        Assert.False(result.Succeeded);
        Assert.Equal(["proj-dev", "a"], result.Resources.Select(resource => resource.Name));
    }

    private Task<EngineResult> RunAsync(Action program) => Run.Async(program, Run.Options with { TimeProvider = _time });

    /// <summary>The result of a program that goes on waiting until the patience is at its end, and no longer.</summary>
    private async Task<EngineResult> StuckAsync(Action program)
    {
        var run = RunAsync(program);
        _time.Advance(_patience - TimeSpan.FromMilliseconds(1));
        Assert.False(run.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(run.IsCompleted);
        return await run;
    }
}
