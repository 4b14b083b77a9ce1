using Infra.Planning.Costs;

namespace Infra.Planning.Tests.Costs;

public sealed class CostDeltaTests
{
    [Fact]
    public void Equal_plans_differ_in_nothing()
    {
        var delta = CostDelta.Between(Report(most: 2), Report(most: 2));

        Assert.Equal((0, 0m, 0m), (delta.Lines.Count, delta.AtMinimum, delta.AtMaximum));
    }

    // One more node of the pool: 0.526 × 730 and 100 GB × 0.08.
    [Fact]
    public void A_bound_changes_its_lines_only()
    {
        var delta = CostDelta.Between(Report(most: 2), Report(most: 3));

        Assert.Equal([("nodes/t4", 0m, 383.98m), ("disks/t4", 0m, 8m)], delta.Lines.Select(line => (line.Id, line.AtMinimum, line.AtMaximum)));
        Assert.Equal((0m, 391.98m), (delta.AtMinimum, delta.AtMaximum));
    }

    // A model of which one replica more always runs: one node more at minimum, and at maximum the pool's bound is what it was.
    [Fact]
    public void A_models_replica_changes_the_nodes_that_it_needs_only()
    {
        var delta = CostDelta.Between(OfModel(replicas: 1), OfModel(replicas: 2));

        Assert.Equal([("nodes/t4", 383.98m, 0m), ("disks/t4", 8m, 0m)], delta.Lines.Select(line => (line.Id, line.AtMinimum, line.AtMaximum)));
    }

    [Fact]
    public void What_is_new_and_what_is_gone_are_whole_lines()
    {
        var (with, without) = (Report(most: 2), new CostPlan().Aws("aws:kms/key:Key", "a", "{}").Report());

        Assert.Equal([("nodes/t4", 767.96m, true), ("disks/t4", 16m, true)], CostDelta.Between(without, with).Lines.Select(line => (line.Id, line.AtMaximum, line.Before is null)));
        Assert.Equal([("nodes/t4", -767.96m, true), ("disks/t4", -16m, true)], CostDelta.Between(with, without).Lines.Select(line => (line.Id, line.AtMaximum, line.After is null)));
    }

    // Only the words changed: what was one model's volume of the same size is another's.
    [Fact]
    public void Other_words_for_the_same_amount_are_no_change()
    {
        var before = Report(most: 2);
        var after = before with { Lines = [.. before.Lines.Select(line => line with { What = "said otherwise", Notes = ["so"] })] };

        Assert.Empty(CostDelta.Between(before, after).Lines);
    }

    private static CostReport Report(int most) => new CostPlan().Aws("aws:kms/key:Key", "a", "{}").Pool("t4", $""" "maxSize": {most} """).Report();

    private static CostReport OfModel(int replicas) => new CostPlan().Aws("aws:kms/key:Key", "a", "{}").Component("EksCluster", "cluster", "{}")
        .Pool("t4", """ "maxSize": 3 """).Model("a", gpus: 1, replicas).Report();
}
