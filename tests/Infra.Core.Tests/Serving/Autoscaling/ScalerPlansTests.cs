using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using static Infra.Core.Serving.Autoscaling.ScalingMetric;

namespace Infra.Core.Tests.Serving.Autoscaling;

public sealed class ScalerPlansTests
{
    [Theory]
    [InlineData(ServingBackend.Plain, "apps/v1", "Deployment", "chat")]
    [InlineData(ServingBackend.KServe, "apps/v1", "Deployment", "chat-predictor")]
    [InlineData(ServingBackend.LlmInferenceService, "apps/v1", "Deployment", "chat-kserve")]
    [InlineData(ServingBackend.LeaderWorkerSet, "leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", "chat-group")]
    public void CPU_and_memory_need_nobody_but_Kubernetes(ServingBackend backend, string version, string kind, string name)
    {
        var spec = new AutoscalingSpec { Min = 2, Max = 4, Targets = [new ScalingTarget(Cpu, 70), new ScalingTarget(Memory, 80)] };

        var hpa = Assert.IsType<ScalerPlan.Hpa>(ScalerPlans.Of(spec, ScaledModels.Chat(backend)));

        Assert.Equal((new ScaleTarget(version, kind, name), 2, 4), (hpa.Target, hpa.Min, hpa.Max));
        Assert.Equal([new ScalerTrigger.Resource(Cpu, 70), new ScalerTrigger.Resource(Memory, 80)], hpa.Resources.ToArray());
    }

    [Fact]
    public void Where_anything_else_counts_too_KEDA_has_all_of_it()
    {
        var spec = new AutoscalingSpec { Min = 1, Max = 4, Targets = [new ScalingTarget(Cpu, 70), new ScalingTarget(QueueDepth, 5)], Queries = [new ScalingQuery("orders", "sum(orders)", 9)] };

        var scaled = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(spec, ScaledModels.Chat()));

        Assert.Equal(
            ["Cpu 70", "queueDepth 5: sum(vllm:num_requests_waiting{namespace=\"ns\",model_name=\"chat\"})", "orders 9: sum(orders)"], scaled.Triggers.Select(Text));
        Assert.Equal(new ScalingFallback(1, 3), scaled.Fallback);
    }

    [Fact]
    public void What_sleeps_has_something_that_wakes_it()
    {
        var spec = ScaledModels.Spec(Cpu, 70, min: 0) with { Activation = new ActivationSignal.Query("sum(gateway)", 2) };

        var scaled = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(spec, ScaledModels.Chat()));

        Assert.Equal(["Cpu 70", "wake above 2: sum(gateway)"], scaled.Triggers.Select(Text));
        Assert.Equal(new ScalingFallback(1, 3), scaled.Fallback);
    }

    [Fact]
    public void A_queue_alone_is_enough()
    {
        var queue = new ActivationSignal.Messages("arn:aws:sqs:eu-central-1:123456789012:orders", 5);

        var scaled = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(new AutoscalingSpec { Min = 0, Max = 4, Activation = queue }, ScaledModels.Own()));

        Assert.Equal([new ScalerTrigger.Messages(queue)], scaled.Triggers.ToArray());
        Assert.Equal(("eu-central-1", "https://sqs.eu-central-1.amazonaws.com/123456789012/orders"), (queue.Region, queue.Url));
    }

    [Fact]
    public void Use_of_a_GPU_keeps_nothing_awake_that_has_nothing_to_do()
    {
        var spec = new AutoscalingSpec
        {
            Min = 0,
            Max = 4,
            Targets = [new ScalingTarget(Gpu, 70), new ScalingTarget(Concurrency, 8)],
            Activation = new ActivationSignal.Query("sum(gateway)", 0),
        };

        var scaled = Assert.IsType<ScalerPlan.ScaledObject>(ScalerPlans.Of(spec, ScaledModels.Chat()));

        Assert.Equal([("gpuPercent", false), ("concurrency", true)], scaled.Triggers.OfType<ScalerTrigger.Demand>().Select(demand => (demand.Name, demand.KeepsAwake)));
    }

    [Fact]
    public void Ray_counts_requests_itself() => Assert.Equal(
        new ScalerPlan.RayServe(1, 4, 8), ScalerPlans.Of(ScaledModels.Spec(Concurrency, 8), ScaledModels.Chat(ServingBackend.Ray)));

    private static string Text(ScalerTrigger trigger) => trigger switch
    {
        ScalerTrigger.Resource resource => $"{resource.Metric} {resource.Percent}",
        ScalerTrigger.Demand demand => $"{demand.Name} {demand.Target}: {demand.Query("ns")}",
        ScalerTrigger.Wake wake => $"wake above {wake.Above}: {wake.Query}",
        _ => trigger.ToString(),
    };
}
