using FsCheck;
using FsCheck.Fluent;
using Infra.Planning.Diffing;
using Infra.Planning.Model;
using Infra.Planning.Tests.Json;

namespace Infra.Planning.Tests.Diffing;

public class DiffPropertyTests
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20_261_122, 1);

    [Fact]
    public void Equal_plans_give_nothing() => Prop.ForAll(PlanGenerators.Plans, plan =>
    {
        var diff = PlanDiff.Between(plan, plan with { });

        Assert.Equal(([], [], plan.Resources.Count), (diff.Changes, diff.Quiet, diff.Unchanged));
    }).Check(_config.WithMaxTest(300));

    [Fact]
    public void Reversed_pairs_of_values_give_reversed_differences() => Prop.ForAll(DiffGenerators.Pairs, pair =>
    {
        var there = ValueComparison.Of(pair.Before, pair.After).Select(change => Told(change.Path, change.Kind, change.Before, change.After, change.Fold));
        var back = ValueComparison.Of(pair.After, pair.Before).Select(change => Told(change.Path, Reversed(change.Kind), change.After, change.Before, change.Fold));

        Assert.Equal(there.Order(StringComparer.Ordinal), back.Order(StringComparer.Ordinal));
    }).Check(_config);

    [Fact]
    public void Reversed_pairs_of_plans_give_reversed_diffs() => Prop.ForAll(Arb.From(Gen.Zip(Plan(), Plan())), pair =>
    {
        var there = PlanDiff.Between(pair.Item1, pair.Item2).Changes.Select(change => $"{change.Urn} {change.Kind}");
        var back = PlanDiff.Between(pair.Item2, pair.Item1).Changes.Select(change => $"{change.Urn} {Reversed(change.Kind)}");

        Assert.Equal(there.Order(StringComparer.Ordinal), back.Order(StringComparer.Ordinal));
    }).Check(_config.WithMaxTest(300));

    /// <summary>Whoever takes the old leaves of a diff away and puts the new ones in their place has the newer values.</summary>
    [Fact]
    public void Every_leaf_that_differs_is_in_the_diff() => Prop.ForAll(DiffGenerators.Pairs, pair =>
    {
        var leaves = Leaves.Of(pair.Before).ToList();
        var changes = ValueComparison.Of(pair.Before, pair.After).Where(change => change.Kind != PropertyChangeKind.Reorder).ToList();
        foreach (var leaf in changes.SelectMany(change => Leaves.Of(change.Path, change.Before)))
        {
            Assert.True(leaves.Remove(leaf), leaf);
        }
        leaves.AddRange(changes.SelectMany(change => Leaves.Of(change.Path, change.After)));

        // What holds nothing any more is a leaf of its own.
        Assert.Equal(Filled(Leaves.Of(pair.After)), Filled(leaves));
    }).Check(_config);

    [Fact]
    public void Only_equal_values_have_no_difference() => Prop.ForAll(DiffGenerators.Pairs, pair =>
        Assert.Equal(pair.Before.Equals(pair.After), ValueComparison.Of(pair.Before, pair.After).Count == 0)).Check(_config);

    private static IEnumerable<string> Filled(IEnumerable<string> leaves) =>
        leaves.Where(leaf => !leaf.EndsWith("{ Items = [] }", StringComparison.Ordinal) && !leaf.EndsWith("{ Properties = { } }", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static Gen<Plan> Plan() =>
        from names in Gen.ArrayOf(Gen.Elements("a", "b", "c"), 2)
        from types in Gen.ArrayOf(Gen.Elements("aws:sqs/queue:Queue", "kubernetes:batch/v1:Job", "aws:new/thing:Thing"), 2)
        from inputs in Gen.ArrayOf(DiffGenerators.Map(2), 2)
        select Plans.Of([.. names.Select((name, i) => Plans.Of(types[i], name) with { Inputs = inputs[i] }).DistinctBy(resource => resource.Urn)]);

    // Without the place of an item: it is that in the newer plan, whichever that is.
    private static string Told(PropertyPath path, PropertyChangeKind kind, PlanValue? before, PlanValue? after, Fold fold) =>
        $"{string.Join('.', path.Steps.Select(step => step.Key ?? step.Item ?? "[]"))} {kind} {before} {after} {fold}";

    private static PropertyChangeKind Reversed(PropertyChangeKind kind) => kind switch
    {
        PropertyChangeKind.Add => PropertyChangeKind.Remove,
        PropertyChangeKind.Remove => PropertyChangeKind.Add,
        _ => kind,
    };

    private static ChangeKind Reversed(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => ChangeKind.Delete,
        ChangeKind.Delete => ChangeKind.Create,
        _ => kind,
    };
}
