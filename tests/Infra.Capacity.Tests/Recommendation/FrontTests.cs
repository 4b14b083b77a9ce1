using FsCheck;
using FsCheck.Fluent;
using Infra.Capacity.Recommendation;

namespace Infra.Capacity.Tests.Recommendation;

public sealed class FrontTests
{
    private static readonly SearchSpace _space = new() { Present = Tries.Setting("a", 1, 1), Starts = [Tries.Setting("a", 1, 1)], Scales = false };

    // Few values, so that there are equals; some without a price, some that harm another model.
    private static readonly Gen<TriedSetting> _tried =
        from usd in Gen.Elements<decimal?>(null, 1, 2, 3, 5, 8)
        from share in Gen.Elements(0.2, 0.5, 0.9, 0.95, 1)
        from harms in Gen.Elements(false, false, true)
        from replicas in Gen.Choose(1, 9)
        select Tries.Of(Tries.Setting("a", replicas, replicas), usd, share, harms ? ["other"] : []);

    [Fact]
    public void No_member_is_worse_than_anything_and_everything_else_is_worse_than_a_member_or_equal_to_one() =>
        Prop.ForAll(_tried.NonEmptyListOf().ToArbitrary(), tried =>
        {
            var front = Tries.Recommendation(_space, [.. tried]).Front;
            var counted = tried.Where(one => one.UsdPerHour is not null && one.Harmed.IsEmpty).ToList();

            Assert.All(front, member => Assert.Contains(member, counted));
            Assert.All(front, member => Assert.DoesNotContain(counted, other =>
                (other.UsdPerHour < member.UsdPerHour && other.Share >= member.Share) || (other.UsdPerHour <= member.UsdPerHour && other.Share > member.Share)));
            Assert.All(counted.Except(front), other => Assert.Contains(front, member => member.UsdPerHour <= other.UsdPerHour && member.Share >= other.Share));
            Assert.Equal(front.Select(member => member.UsdPerHour).Order(), front.Select(member => member.UsdPerHour));
            Assert.Equal(front.Length, front.Select(member => member.Share).Distinct().Count());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_122, 1));

    [Fact]
    public void The_cheapest_that_keeps_the_goal_without_harm_is_chosen()
    {
        var now = Tries.Of(_space.Present, 4, 0.6);
        var cheap = Tries.Of(Tries.Setting("b", 1, 1), 2, 0.949);
        var harmful = Tries.Of(Tries.Setting("c", 1, 1), 2.5m, 0.99, "other");
        var right = Tries.Of(Tries.Setting("d", 1, 1), 3, 0.95);
        var dear = Tries.Of(Tries.Setting("e", 1, 1), 9, 1);

        var recommendation = Tries.Recommendation(_space, now, cheap, harmful, right, dear);

        Assert.Same(right, recommendation.Chosen);
        Assert.True(recommendation.Front.SequenceEqual([cheap, right, dear]));
        Assert.Same(harmful, Assert.Single(recommendation.Harmful));
        Assert.False(recommendation.StaysAsItIs);
    }

    [Fact]
    public void What_there_is_stays_where_something_else_is_only_as_good()
    {
        var now = Tries.Of(_space.Present, 4, 0.97);

        Assert.True(Tries.Recommendation(_space, now, Tries.Of(Tries.Setting("b", 1, 1), 4, 0.97)).StaysAsItIs);
        Assert.False(Tries.Recommendation(_space, now, Tries.Of(Tries.Setting("b", 1, 1), 3.99m, 0.97)).StaysAsItIs);
    }

    [Fact]
    public void Nothing_is_chosen_where_nothing_keeps_the_goal() =>
        Assert.Null(Tries.Recommendation(_space, Tries.Of(_space.Present, 4, 0.9), Tries.Of(Tries.Setting("b", 1, 1), null, 1)).Chosen);

    [Fact]
    public void A_model_that_kept_its_promises_and_now_misses_one_is_harmed()
    {
        // The assistant's promise: 95 % within 10 s.
        var (kept, missed) = (Rendering.SampleRun.Create(slowMicros: 900_000), Rendering.SampleRun.Create(slowMicros: 12_000_000));
        var keeps = kept with { Result = kept.Result with { Models = [kept.Result.Models[0] with { Objectives = [kept.Result.Models[0].Objectives[0]] }, kept.Result.Models[1]] } };

        Assert.Equal("assistant", Assert.Single(TriedSetting.Of(_space.Present, missed, "image-classifier", Tries.Goal, keeps).Harmed));
        Assert.Empty(TriedSetting.Of(_space.Present, missed, "assistant", Tries.Goal, keeps).Harmed);
        Assert.Empty(TriedSetting.Of(_space.Present, missed, "image-classifier", Tries.Goal, missed).Harmed);
        Assert.Empty(TriedSetting.Of(_space.Present, keeps, "image-classifier", Tries.Goal, keeps).Harmed);
    }
}
