using FsCheck;
using FsCheck.Fluent;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Core.Serving.Rollouts;

namespace Infra.Capacity.Tests.Control;

public sealed class RolloutStepsTests
{
    [Theory]
    // Desired, old (ready), new (ready) → old, new. In place: one goes, one comes.
    [InlineData(0, 1, 3, 3, 3, 0, 0, 2, 0)]
    [InlineData(0, 1, 3, 2, 2, 0, 0, 2, 1)]
    [InlineData(0, 1, 3, 2, 2, 1, 0, 2, 1)] // the new one isn't ready
    [InlineData(0, 1, 3, 2, 2, 1, 1, 1, 1)]
    [InlineData(0, 1, 3, 3, 2, 0, 0, 2, 0)] // one of the old ones is broken: that one
    [InlineData(0, 1, 3, 2, 1, 1, 0, 2, 1)] // one of the old ones broke when one was on its way already
    [InlineData(0, 1, 3, 0, 0, 2, 2, 0, 3)]
    // One more, none less.
    [InlineData(1, 0, 3, 3, 3, 0, 0, 3, 1)]
    [InlineData(1, 0, 3, 3, 3, 1, 0, 3, 1)]
    [InlineData(1, 0, 3, 3, 3, 1, 1, 2, 1)]
    [InlineData(1, 0, 3, 2, 2, 1, 1, 2, 2)]
    // An autoscaler took some away meanwhile: of the new ones too, once they are more than are asked for.
    [InlineData(1, 0, 2, 1, 1, 3, 3, 0, 2)]
    [InlineData(0, 1, 1, 0, 0, 3, 0, 0, 1)]
    // And adds some: they are new.
    [InlineData(0, 1, 6, 2, 2, 1, 1, 2, 4)]
    public void Rolling_as_a_Deployment_does(int surge, int unavailable, int desired, int old, int oldReady, int created, int newReady, int nextOld, int nextNew)
    {
        var step = RolloutSteps.Next(new RolloutSettings(RolloutStrategy.Rolling, new PodAmount(surge, false), new PodAmount(unavailable, false)), new RolloutObservation(desired, old, oldReady, created, newReady));
        Assert.Equal((nextOld, nextNew, null, false), (step.Old, step.New, step.NewShare, step.IsDone));
    }

    [Fact]
    public void Percents_are_pods_upwards_for_more_and_downwards_for_fewer()
    {
        // A Deployment without a strategy: a quarter each way. Of 10: 3 more, 2 fewer.
        var quarter = new RolloutSettings(RolloutStrategy.Rolling, new PodAmount(25, true), new PodAmount(25, true));
        Assert.Equal(new RolloutStep(8, 3, null, false), RolloutSteps.Next(quarter, new RolloutObservation(10, 10, 10, 0, 0)));

        // Of 3, a quarter is 1 more and none fewer; 0 % and 25 % would be 0 and 0, and one goes.
        Assert.Equal(new RolloutStep(3, 1, null, false), RolloutSteps.Next(quarter, new RolloutObservation(3, 3, 3, 0, 0)));
        Assert.Equal(new RolloutStep(2, 0, null, false), RolloutSteps.Next(quarter with { MaxSurge = new PodAmount(0, true) }, new RolloutObservation(3, 3, 3, 0, 0)));
    }

    [Fact]
    public void Blue_green_gives_all_requests_to_the_new_ones_once_all_are_ready()
    {
        var settings = RolloutSettings.InPlace with { Strategy = RolloutStrategy.BlueGreen };
        Assert.Equal(new RolloutStep(3, 3, 0, false), RolloutSteps.Next(settings, new RolloutObservation(3, 3, 3, 0, 0)));
        Assert.Equal(new RolloutStep(3, 3, 0, false), RolloutSteps.Next(settings, new RolloutObservation(3, 3, 3, 3, 2)));
        Assert.Equal(new RolloutStep(0, 3, 1, false), RolloutSteps.Next(settings, new RolloutObservation(3, 3, 3, 3, 3)));
        Assert.Equal(new RolloutStep(0, 3, 1, true), RolloutSteps.Next(settings, new RolloutObservation(3, 0, 0, 3, 3)));
    }

    [Fact]
    public void What_an_autoscaler_asks_for_meanwhile_and_what_was_lost_comes()
    {
        var settings = RolloutSettings.InPlace with { Strategy = RolloutStrategy.BlueGreen };
        // Both sides, until one has taken over; one that nobody has any more doesn't come back.
        Assert.Equal(new RolloutStep(4, 4, 0, false), RolloutSteps.Next(settings, new RolloutObservation(4, 2, 2, 3, 1)));
        Assert.Equal(new RolloutStep(2, 2, 0, false), RolloutSteps.Next(settings, new RolloutObservation(2, 3, 3, 3, 1)));
        Assert.Equal(new RolloutStep(0, 3, 0, false), RolloutSteps.Next(settings, new RolloutObservation(3, 0, 0, 2, 2)));

        // The stable ones beside a canary.
        settings = settings with { Strategy = RolloutStrategy.Canary, CandidateReplicas = 1, CandidateShare = 0.1 };
        Assert.Equal(new RolloutStep(5, 1, 0.1, false), RolloutSteps.Next(settings, new RolloutObservation(5, 3, 3, 1, 1)));

        // Whoever was deleted comes as the new version; of too many the old ones stay.
        settings = settings with { Strategy = RolloutStrategy.OnDelete };
        Assert.Equal(new RolloutStep(1, 2, null, false), RolloutSteps.Next(settings, new RolloutObservation(3, 1, 1, 1, 1)));
        Assert.Equal(new RolloutStep(2, 0, null, false), RolloutSteps.Next(settings, new RolloutObservation(2, 3, 3, 0, 0)));
    }

    [Fact]
    public void A_canary_has_its_share_while_it_is_ready()
    {
        var settings = RolloutSettings.InPlace with { Strategy = RolloutStrategy.Canary, CandidateReplicas = 1, CandidateShare = 0.1 };
        Assert.Equal(new RolloutStep(4, 1, 0, false), RolloutSteps.Next(settings, new RolloutObservation(4, 4, 4, 1, 0)));
        Assert.Equal(new RolloutStep(4, 1, 0.1, false), RolloutSteps.Next(settings, new RolloutObservation(4, 4, 4, 1, 1)));
    }

    [Fact]
    public void What_runs_is_left_alone_until_somebody_deletes_it()
    {
        var settings = RolloutSettings.InPlace with { Strategy = RolloutStrategy.OnDelete };
        Assert.Equal(new RolloutStep(2, 0, null, false), RolloutSteps.Next(settings, new RolloutObservation(2, 2, 2, 0, 0)));
    }

    /// <summary>Whatever the numbers, an update in which pods become ready ends, with never fewer ready pods and never more pods than were allowed.</summary>
    [Fact]
    public void A_rolling_update_ends_and_keeps_its_bounds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_122, 1), Prop.ForAll(
        (from desired in Gen.Choose(1, 12) from surge in Gen.Choose(0, 4) from unavailable in Gen.Choose(0, 4) from late in Gen.Choose(0, 3) select (desired, surge, unavailable, late)).ToArbitrary(),
        sample =>
        {
            var (desired, surge, unavailable, late) = sample;
            var settings = new RolloutSettings(RolloutStrategy.Rolling, new PodAmount(surge, false), new PodAmount(unavailable, false));
            var least = desired - (surge == 0 && unavailable == 0 ? 1 : unavailable);
            var (old, created, ready, rounds) = (desired, 0, 0, 0);
            while (true)
            {
                var step = RolloutSteps.Next(settings, new RolloutObservation(desired, old, old, created, ready));
                Assert.InRange(step.Old + step.New, 0, desired + surge);
                Assert.True(step.Old + ready >= least, $"{sample}: {step}");
                if (step.IsDone)
                {
                    Assert.Equal((0, desired), (step.Old, step.New));
                    return;
                }

                (old, created) = (step.Old, step.New);
                // Some rounds nothing becomes ready.
                ready = rounds % (late + 1) == 0 ? created : Math.Min(ready, created);
                Assert.InRange(++rounds, 1, 200);
            }
        }));
}
