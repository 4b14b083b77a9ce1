using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class TerminationTests
{
    [Theory]
    // A classifier on TensorFlow Serving with requests of up to 30 s: 15 s until nobody calls it, 30 s for the last request, then it is killed.
    [InlineData(ShutdownBehaviour.Ignores, 30, 0, 15, 45)]
    // vLLM with requests of up to 300 s: told after 15 s, it finishes for 300 s and ends within 10.
    [InlineData(ShutdownBehaviour.Finishes, 300, 0, 15, 325)]
    // The same server where it aborts requests: it isn't told before they are finished.
    [InlineData(ShutdownBehaviour.Drops, 300, 0, 315, 325)]
    // A load balancer that sends requests for 120 s more.
    [InlineData(ShutdownBehaviour.Ignores, 30, 120, 120, 150)]
    [InlineData(ShutdownBehaviour.Finishes, 300, 120, 120, 430)]
    [InlineData(ShutdownBehaviour.Drops, 300, 120, 420, 430)]
    // Endpoints inside the cluster are slower than this one.
    [InlineData(ShutdownBehaviour.Finishes, 30, 5, 15, 55)]
    public void By_hand(ShutdownBehaviour behaviour, int longest, int deregistration, int preStop, int grace) =>
        Assert.Equal(new Termination(preStop, grace), Termination.For(behaviour, longest, deregistration));

    [Fact]
    public void The_longest_request_that_is_allowed_just_fits_what_autoscalers_wait_for() =>
        Assert.Equal((575, 600), (Termination.LongestAllowedSeconds, Termination.For(ShutdownBehaviour.Drops, Termination.LongestAllowedSeconds).GraceSeconds));

    [Fact]
    public void Each_server_is_told_as_it_behaves() => Assert.Equal(
        (ShutdownBehaviour.Ignores, ShutdownBehaviour.Finishes, ShutdownBehaviour.Drops),
        (
            TensorFlowServing.For(new RuntimeRequest { Model = "m" }).Shutdown,
            Triton.For(new RuntimeRequest { Model = "m" }).Shutdown,
            PlainContainer.For(new RuntimeRequest { Model = "m", Container = new ContainerOptions { Image = "registry.example/app:1", Port = 8080 } }).Shutdown));

    [Fact]
    public void Triton_waits_for_the_longest_request() =>
        Assert.Contains("--exit-timeout-secs=90", Triton.For(new RuntimeRequest { Model = "m", LongestRequestSeconds = 90 }).Arguments);
}
