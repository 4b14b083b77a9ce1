using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>A program that waits for something of its own may be at work or hang; that it waits is told, and the run goes on.</summary>
public sealed class WaitingTests
{
    private readonly ManualTime _time = new();
    private readonly List<string> _told = [];

    [Fact]
    public async Task Resources_that_wait_for_a_task_of_the_program_are_named()
    {
        var never = new TaskCompletionSource<string>();
        var run = Run.Async(
            () =>
            {
                var slow = new Box("slow", new BoxArgs { Value = Output.Create(never.Task) });
                _ = new Box("after", null, new CustomResourceOptions { DependsOn = { slow }, DeletedWith = new Box("owner") });
            },
            Watched());

        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(
            [
                """
                Nothing has happened for 10 seconds; the program waits for 1 task(s) or callback(s) of its own, and 2 resource(s) wait:
                  'after' (test:index:Box) waits for the dependency 'slow' (test:index:Box)
                  'slow' (test:index:Box) waits for its inputs
                """,
            ],
            _told);
        never.SetResult("x");
        Assert.Equal(["proj-dev", "owner", "slow", "after"], (await run).Resources.Select(resource => resource.Name));
        Assert.Empty((await run).Diagnostics);
    }

    [Fact]
    public async Task A_program_that_awaits_a_task_without_resources_is_told_too()
    {
        var never = new TaskCompletionSource();
        var run = EmbeddedEngine.RunAsync(Watched(), () => Deployment.RunAsync(() => never.Task));

        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(["Nothing has happened for 10 seconds; the program waits for 1 task(s) or callback(s) of its own"], _told);
        never.SetResult();
        Assert.True((await run).Succeeded);
    }

    [Fact]
    public async Task Code_that_does_not_come_to_an_end_is_told_too()
    {
        await Run.SucceedAsync(() => _time.Advance(TimeSpan.FromSeconds(20)), Watched());

        Assert.Equal(["Nothing has happened for 10 seconds; the program runs its own code"], _told);
    }

    [Fact]
    public async Task It_is_told_ever_more_rarely_and_anew_after_progress()
    {
        await Run.SucceedAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(10)); // the registered stack is seen as progress
                _time.Advance(TimeSpan.FromSeconds(80));
                _ = new Box("a");
                _time.Advance(TimeSpan.FromSeconds(80)); // looked at after 80 seconds: progress
                _time.Advance(TimeSpan.FromSeconds(10));
            },
            Watched());

        Assert.Equal(["10", "20", "40", "80", "10"], _told.Select(text => text.Split(' ')[4]));
    }

    [Fact]
    public async Task Nobody_is_told_after_the_run()
    {
        await Run.SucceedAsync(() => _ = new Box("a"), Watched());

        Assert.Equal(0, _time.Timers);
    }

    private EngineOptions Watched() => Run.Options with { TimeProvider = _time, Waiting = _told.Add };
}
