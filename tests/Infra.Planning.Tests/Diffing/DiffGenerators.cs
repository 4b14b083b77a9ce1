using FsCheck;
using FsCheck.Fluent;
using Infra.Planning.Model;

namespace Infra.Planning.Tests.Diffing;

/// <summary>Pairs of maps of known values that have much in common: few keys, few values, lists of named and of unnamed items.</summary>
internal static class DiffGenerators
{
    private static readonly string[] _keys = ["a", "b", "args", "env", "ports", "subnetIds", "initContainers", "metadata", "spec"];
    private static readonly string[] _texts = ["x", "y", "z", "one\ntwo"];

    public static Arbitrary<(ValueMap Before, ValueMap After)> Pairs { get; } = Arb.From(Gen.Zip(Map(3), Map(3)).Select(static pair => (pair.Item1, pair.Item2)));

    public static Gen<ValueMap> Map(int depth) =>
        from count in Gen.Choose(0, 4)
        from keys in Gen.ArrayOf(Gen.Elements(_keys), count)
        let distinct = keys.Distinct(StringComparer.Ordinal).ToArray()
        from values in Gen.ArrayOf(Value(depth), distinct.Length)
        select ValueMap.Create(distinct.Zip(values, KeyValuePair.Create));

    private static Gen<PlanValue> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(_texts).Select(static text => (PlanValue)new PlanValue.String(text)),
            Gen.Choose(0, 2).Select(static number => (PlanValue)new PlanValue.Number(number)),
            Gen.Elements<PlanValue>(new PlanValue.Bool(true), new PlanValue.Bool(false)));
        return depth <= 0
            ? leaf
            : Gen.OneOf(leaf, Map(depth - 1).Select(static map => (PlanValue)new PlanValue.Object(map)), Items(leaf), Items(Map(depth - 1).Select(static map => (PlanValue)new PlanValue.Object(map))), Items(Named(depth - 1)));
    }

    private static Gen<PlanValue> Items(Gen<PlanValue> item) => Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(item, count)).Select(static items => (PlanValue)new PlanValue.List([.. items]));

    private static Gen<PlanValue> Named(int depth) =>
        from name in Gen.Elements("n1", "n2", "n3", "n4")
        from value in Value(depth)
        select (PlanValue)new PlanValue.Object(ValueMap.Create([KeyValuePair.Create<string, PlanValue>("name", new PlanValue.String(name)), KeyValuePair.Create("value", value)]));
}
