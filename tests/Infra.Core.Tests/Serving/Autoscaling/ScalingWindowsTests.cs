using Infra.Core.Serving;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving.Autoscaling;

public sealed class ScalingWindowsTests
{
    [Fact]
    public void A_classifier_that_starts_in_half_a_minute()
    {
        var windows = ScalingWindows.For(Starts(30), min: 1, max: 4, "1.35");

        Assert.Equal(
            [
                "behavior.scaleUp.stabilizationWindowSeconds: 30 s = estimated warm start 30 s, at most 300 s (0 to 3600 s, 0 by default)",
                "behavior.scaleUp.policies[].periodSeconds: 60 s = cold-start budget 60 s, so that one step is ready before the next (1 to 1800 s, of which less than 15 s are never seen)",
                "behavior.scaleUp.policies[type=Pods].value: 1 pods = minimum 1, at least 1: from 0 the minimum is one step; else replicas double (100 %) (1 or more)",
                "behavior.scaleDown.stabilizationWindowSeconds: 300 s = cold-start budget 60 s, at least 300 s (0 to 3600 s, 300 s by default)",
                "behavior.scaleDown.policies[].periodSeconds: 60 s = cold-start budget 60 s, so that a step could have been taken back before the next (1 to 1800 s, of which less than 15 s are never seen)",
                "behavior.scaleDown.policies[type=Pods].value: 1 pods = one, because half (50 %) of one is none (1 or more)",
            ],
            windows.Hpa.Figures.Select(figure => figure.ToString()));
        Assert.Equal(
            [
                "pollingInterval: 5 s = a tenth of the estimated cold start 30 s, 5 to 30 s (1 s or more, 30 s by default)",
                "cooldownPeriod: 300 s = cold-start budget 60 s, at least 300 s (0 s or more, 300 s by default)",
                "initialCooldownPeriod: 60 s = cold-start budget 60 s (0 s or more, 0 s by default)",
            ],
            windows.Keda.Figures.Select(figure => figure.ToString()));
        Assert.Equal(
            [
                "autoscaling_config.upscale_delay_s: 30 s = estimated warm start 30 s, at most 300 s (0 s or more, 30 s by default)",
                "autoscaling_config.downscale_delay_s: 600 s = cold-start budget 60 s, at least 600 s (0 s or more, 600 s by default)",
                "autoscalerOptions.idleTimeoutSeconds: 60 s = budget for node and image 0 s, which a new pod may need, at least 60 s (60 s by default)",
            ],
            windows.Ray.Figures.Select(figure => figure.ToString()));
    }

    [Theory]
    // Seconds of a warm start; then up: window and period, down: window and period; KEDA: poll, cooldown, initial cooldown; Ray: up, down.
    [InlineData(3, 3, 15, 300, 15, 5, 300, 6, 3, 600)]
    [InlineData(30, 30, 60, 300, 60, 5, 300, 60, 30, 600)]
    // A model of 70B in four minutes.
    [InlineData(240, 240, 480, 480, 480, 24, 480, 480, 240, 600)]
    [InlineData(600, 300, 1200, 1200, 1200, 30, 1200, 1200, 300, 1200)]
    // 47 minutes: 140 GB copied from S3. The API's bounds hold.
    [InlineData(2820, 300, 1800, 3600, 1800, 30, 5640, 5640, 300, 5640)]
    public void Windows_grow_with_the_start(
        int seconds, int upWindow, int upPeriod, int downWindow, int downPeriod, int poll, int cooldown, int initialCooldown, int upDelay, int downDelay)
    {
        var windows = ScalingWindows.For(Starts(seconds), min: 1, max: 4, "1.35");

        Assert.Equal(
            [upWindow, upPeriod, downWindow, downPeriod],
            new[] { windows.Hpa.UpWindow, windows.Hpa.UpPeriod, windows.Hpa.DownWindow, windows.Hpa.DownPeriod }.Select(figure => figure.Whole));
        Assert.Equal([poll, cooldown, initialCooldown], windows.Keda.Figures.Select(figure => figure.Whole));
        Assert.Equal([upDelay, downDelay, 60], windows.Ray.Figures.Select(figure => figure.Whole));
    }

    [Fact]
    public void A_node_that_has_to_be_launched_counts_for_what_is_ready_and_not_for_what_is_worth_starting()
    {
        // Node 211 s, image on the node 5 s, start 240 s.
        var windows = ScalingWindows.For(Starts(240, NodeSupply.Karpenter, new ByteSize(1)), min: 1, max: 4, null);

        Assert.Equal(240, windows.Hpa.UpWindow.Whole);
        Assert.Equal(912, windows.Hpa.UpPeriod.Whole);
        Assert.Equal(912, windows.Hpa.DownWindow.Whole);
        Assert.Equal(30, windows.Keda.PollingInterval.Whole);
        Assert.Equal(432, windows.Ray.IdleTimeout.Whole);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    public void From_zero_the_minimum_is_one_step(int min, int pods) => Assert.Equal(pods, ScalingWindows.For(Starts(30), min, 8, null).Hpa.UpPods.Whole);

    [Theory]
    // 10 % of the target is half a replica's share at 5 replicas: nothing to say. The field is on since 1.35.
    [InlineData(5, "1.35", null)]
    [InlineData(6, "1.35", "0.083")]
    [InlineData(50, "1.36", "0.01")]
    [InlineData(50, "1.34", null)]
    [InlineData(50, null, null)]
    public void Many_replicas_have_a_finer_tolerance(int max, string? version, string? tolerance) =>
        Assert.Equal(tolerance, ScalingWindows.For(Starts(30), 1, max, version).Hpa.UpTolerance?.Text);

    private static ColdStartBudget Starts(int seconds, NodeSupply node = NodeSupply.Running, ByteSize image = default) => ColdStartBudget.For(new ColdStartRequest
    {
        Node = node,
        Image = image,
        ImageDelivery = image == default ? ImageDelivery.Pull : ImageDelivery.OnNode,
        Weights = default,
        Delivery = WeightDelivery.InImage,
        Engine = [new ColdStartFigure("start", seconds, null, null)],
    });
}
