using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class PriorityClassesTests
{
    // What Kubernetes gives pods without a class; ordinary models are such.
    private const int Ordinary = 0;

    // Cluster Autoscaler's default cutoff: it starts no node for a pod below, and counts it as nothing.
    private const int Expendable = -10;

    [Fact]
    public void Critical_goes_before_ordinary_before_spot_before_room_that_is_held()
    {
        int[] order = [Of(PriorityClasses.Critical), Ordinary, Of(PriorityClasses.Spot), Of(PriorityClasses.Headroom), Expendable];

        Assert.Equal(order.Distinct().OrderDescending(), order);
    }

    [Fact]
    public void Only_critical_work_pushes_others_out() =>
        Assert.Equal([PriorityClasses.Critical], PriorityClasses.All.Where(priority => priority.Preempts).Select(priority => priority.Name));

    [Fact]
    public void Kubernetes_takes_names_and_values() => Assert.All(PriorityClasses.All, priority =>
    {
        Assert.InRange(priority.Value, int.MinValue, 1_000_000_000);
        Assert.False(priority.Name.StartsWith("system-", StringComparison.Ordinal));
    });

    private static int Of(string name) => PriorityClasses.All.Single(priority => priority.Name == name).Value;
}
