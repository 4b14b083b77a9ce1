using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Which models make place for which.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class PriorityStackTests
{
    private const string PriorityClass = "kubernetes:scheduling.k8s.io/v1:PriorityClass";

    [Theory]
    [InlineData("critical", "gpu-inference-critical")]
    [InlineData("spot", "gpu-inference-spot")]
    public async Task A_models_pods_have_its_priority_and_the_class_exists(string priority, string name)
    {
        var stack = await Stack(SampleConfig.Eks().With("models[0].priority", $"\"{priority}\""));

        Assert.Equal(name, (string?)Pod(stack, "reader-deployment")["priorityClassName"]);
        Assert.Contains(stack.Resources, resource => resource.Type == PriorityClass && (string?)Tree.Of(resource.Inputs["metadata"])["name"] == name);
    }

    // A cluster has one set of classes, which two environments on it would fight for.
    [Fact]
    public async Task An_ordinary_model_needs_no_class()
    {
        var stack = await Stack(SampleConfig.Eks());

        Assert.Null(Pod(stack, "reader-deployment")["priorityClassName"]);
        Assert.DoesNotContain(stack.Resources, resource => resource.Type == PriorityClass);
    }

    [Theory]
    [InlineData("standard", true)]
    [InlineData("critical", true)]
    [InlineData("spot", false)]
    public async Task Room_that_is_held_makes_place_for_whoever_may_push_others_out(string priority, bool gets)
    {
        var stack = await Stack(SampleConfig.Eks().With("models[0].priority", $"\"{priority}\"").With("pools[0].headroom", """{"replicas": 1}"""));
        var model = Priority(stack, "reader-deployment");
        var room = Priority(stack, "headroom-t4");

        Assert.True(room.Value < model.Value);
        Assert.Equal(gets, model.Preempts);
        Assert.False(room.Preempts);
        Assert.Equal(1, stack.Resources.Count(resource => resource.Type == "gpu-inference:index:SchedulingPriorities"));
    }

    // As the scheduler sees it: a pod without a class has 0 and may push others out.
    private static (int Value, bool Preempts) Priority(MockedStack stack, string deployment)
    {
        if ((string?)Pod(stack, deployment)["priorityClassName"] is not { } name)
        {
            return (0, true);
        }

        var found = stack.Resources.Single(resource => resource.Type == PriorityClass && (string?)Tree.Of(resource.Inputs["metadata"])["name"] == name).Inputs;
        return ((int)(double)Tree.Of(found["value"]), (string?)Tree.Of(found["preemptionPolicy"]) == "PreemptLowerPriority");
    }

    private static JsonNode Pod(MockedStack stack, string deployment) =>
        Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", deployment).Inputs)["spec"]!["template"]!["spec"]!;

    private static Task<MockedStack> Stack(SampleConfig config) => MockedStack.OfAsync("x", config.ForEngine());
}
