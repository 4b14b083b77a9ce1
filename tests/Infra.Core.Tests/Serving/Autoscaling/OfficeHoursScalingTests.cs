using Infra.Core.Configuration;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Schedules;
using static Infra.Core.Serving.Autoscaling.ScalingMetric;

namespace Infra.Core.Tests.Serving.Autoscaling;

public sealed class OfficeHoursScalingTests
{
    [Theory]
    [InlineData(ServingBackend.Plain, "Deployment chat")]
    [InlineData(ServingBackend.KServe, "Deployment chat-predictor")]
    [InlineData(ServingBackend.LeaderWorkerSet, "LeaderWorkerSet chat-group")]
    public void KEDA_opens_the_windows_also_of_what_an_HPA_could_scale(ServingBackend backend, string target)
    {
        var scaled = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(Working(outside: 1), ScaledModels.Chat(backend)));

        Assert.Equal(target, $"{scaled.Target.Kind} {scaled.Target.Name}");
        Assert.Equal((1, 4), (scaled.Min, scaled.Max));
        Assert.Equal(
            [new ScalerTrigger.Resource(Cpu, 70), new ScalerTrigger.Schedule(new CronWindow("Europe/Berlin", "30 7 * * 1-5", "0 19 * * 1-5"), 2)], scaled.Triggers.ToArray());
    }

    [Fact]
    public void Who_sleeps_by_the_clock_isn_t_woken_by_metrics_that_went_with_the_pods()
    {
        var asleep = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(Working(outside: 0) with { Targets = [new ScalingTarget(Concurrency, 8)] }, ScaledModels.Chat()));
        var awake = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(Working(outside: 1) with { Targets = [new ScalingTarget(Concurrency, 8)] }, ScaledModels.Chat()));

        Assert.Equal((0, null), (asleep.Min, asleep.Fallback));
        Assert.Equal((1, new ScalingFallback(2, 3)), (awake.Min, awake.Fallback));
    }

    [Fact]
    public void Who_has_a_signal_of_others_too_is_woken_by_it_at_any_time()
    {
        var spec = Working(outside: 0) with { Activation = new ActivationSignal.Query("sum(gateway)", 0) };
        var problems = Problems(spec);

        Assert.Equal("", problems);
        Assert.Equal(
            ["Resource", "Wake", "Schedule"], Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(spec, ScaledModels.Chat())).Triggers.Select(trigger => trigger.GetType().Name));
    }

    [Fact]
    public void Hours_alone_are_enough() => Assert.Equal("", Problems(Working(outside: 0) with { Targets = [] }));

    [Fact]
    public void A_fallback_would_wake_who_sleeps_by_the_clock() => Assert.Equal(
        "a.fallback: would wake the model outside its office hours, when its metrics are gone with its pods; within them it has min replicas, whatever metrics say: remove it",
        Problems(Working(outside: 0) with { Targets = [new ScalingTarget(Concurrency, 8)], Fallback = new ScalingFallback(2, 3) }));

    [Fact]
    public void A_signal_for_who_never_sleeps_is_refused() => Assert.Equal(
        "a.activation: wakes a model that never sleeps: officeHours.outside is 1; remove it or set that to 0",
        Problems(Working(outside: 1) with { Activation = new ActivationSignal.Query("sum(gateway)", 0) }));

    [Fact]
    public void Ray_knows_no_clock()
    {
        var problems = new ConfigProblems();
        BackendSupport.Check("m", ServingBackend.Ray, [BackendFeature.OfficeHours, BackendFeature.Recommendations], problems);

        Assert.Equal(
            [
                "m.autoscaling.officeHours: the backend ray can't have office hours; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or autoscaling.officeHours",
                "m.verticalRecommendations: the backend ray can't have recommendations of CPU and memory; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or verticalRecommendations",
            ],
            problems.All.Select(problem => problem.ToString()));
    }

    private static AutoscalingSpec Working(int outside) => new()
    {
        Min = 2,
        Max = 4,
        Targets = [new ScalingTarget(Cpu, 70)],
        OfficeHours = new OfficeHours([new OfficeWindow("Europe/Berlin", [.. Weekdays.Working.Select(day => day.ToDayOfWeek())], 450, 1140)], outside),
    };

    private static string Problems(AutoscalingSpec spec)
    {
        var problems = new ConfigProblems();
        AutoscalingRules.Check("a", spec, problems);
        return string.Join('\n', problems.All);
    }
}
