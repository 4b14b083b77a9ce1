using Infra.Planning.Rendering.Manifests;

namespace Infra.Planning.Tests.Rendering.Manifests;

public sealed class TwoPlansTests
{
    [Fact]
    public async Task A_preview_that_meets_nothing_unknown_is_both()
    {
        var plans = await TwoPlans.MakeAsync(_ => Task.FromResult("preview"), () => throw new InvalidOperationException("nobody asked"));

        Assert.Equal(("preview", "preview"), plans);
    }

    [Fact]
    public async Task Else_the_other_is_made_beside_it()
    {
        var started = new TaskCompletionSource();
        var plans = await TwoPlans.MakeAsync(
            async unknown =>
            {
                unknown();
                unknown();
                await started.Task;
                return "preview";
            },
            () =>
            {
                started.SetResult();
                return Task.FromResult("rendered");
            });

        Assert.Equal(("preview", "rendered"), plans);
    }

    [Fact]
    public async Task Told_at_the_very_end_it_is_still_made() =>
        Assert.Equal(("preview", "rendered"), await TwoPlans.MakeAsync(
            unknown =>
            {
                unknown();
                return Task.FromResult("preview");
            },
            () => Task.FromResult("rendered")));

    [Fact]
    public async Task What_fails_is_said() =>
        Assert.Equal("no plan", (await Assert.ThrowsAsync<InvalidOperationException>(() => TwoPlans.MakeAsync<string>(
            _ => throw new InvalidOperationException("no plan"), () => Task.FromResult("rendered")))).Message);
}
