using FsCheck;
using FsCheck.Fluent;
using Infra.Planning.Model;

namespace Infra.Planning.Tests.Json;

/// <summary>Random plans: every kind of value at any depth, keys that look like the document's own markers.</summary>
internal static class PlanGenerators
{
    private static readonly string[] _keys =
        ["$unknown", "$secret", "$$unknown", "$$$secret", "$", "", "a", "B", "é", "urn", "a\nb", "\"", "\u2028", "spec.replicas"];

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.Elements(_keys),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));

    private static readonly Gen<double> _number = Gen.OneOf(
        Gen.Elements(0, -1, 0.1, 1e15, 9007199254740993d, 1e300, double.Epsilon, double.MaxValue, double.MinValue, -0.0),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(f => f.Get),
        Gen.Choose(-1000, 1000).Select(i => (double)i));

    private static readonly Gen<ValueList<string>> _paths = Gen.ListOf(_text, 2).Select(items => (ValueList<string>)[.. items]);

    private static readonly Gen<bool?> _flag = Gen.Elements<bool?>(null, true, false);

    private static readonly Gen<TimeSpan?> _time = Gen.OneOf(
        Gen.Constant<TimeSpan?>(null),
        Gen.Choose(0, 86_400_000).Select(ms => (TimeSpan?)TimeSpan.FromMilliseconds(ms)));

    public static Arbitrary<Plan> Plans { get; } = Arb.From(
        from count in Gen.Choose(0, 5)
        from contents in Gen.ArrayOf(Gen.Zip(Gen.Sized(size => Map(Math.Min(size, 20))), Options()), count)
        from text in _text
        select new Plan { Project = text, Stack = "dev", Resources = [.. contents.Select((c, i) => Resource(i, c.Item1, c.Item2))] });

    private static PlannedResource Resource(int index, ValueMap inputs, PlannedOptions options) => new()
    {
        Urn = At(index),
        Parent = index == 0 ? null : At(index - 1),
        Provider = index % 2 == 0 ? null : At(0),
        ReadId = index % 2 == 0 ? null : $"id-{index}",
        Inputs = inputs,
        Dependencies = index == 0 ? [] : [At(0), At(index)],
        Options = options,
        Outputs = index == 0 ? inputs : null,
    };

    private static Urn At(int index) => Urn.Parse($"urn:pulumi:dev::p::a:b:C$d:e:F::name::{index}");

    private static Gen<PlannedOptions> Options() =>
        from flags in Gen.ArrayOf(_flag, 3)
        from paths in Gen.ArrayOf(_paths, 4)
        from times in Gen.ArrayOf(_time, 3)
        from replacing in Gen.Choose(0, 2)
        from import in Gen.OneOf(Gen.Constant<string?>(null), _text.Select(t => (string?)t))
        select new PlannedOptions
        {
            Protect = flags[0],
            RetainOnDelete = flags[1],
            DeleteBeforeReplace = flags[2],
            IgnoreChanges = paths[0],
            ReplaceOnChanges = paths[1],
            ReplaceWith = [.. Enumerable.Range(0, replacing).Select(At)],
            HideDiffs = paths[2],
            AdditionalSecretOutputs = paths[3],
            Import = import,
            CustomTimeouts = new PlannedTimeouts { Create = times[0], Update = times[1], Delete = times[2] },
        };

    private static Gen<ValueMap> Map(int size) =>
        from count in Gen.Choose(0, Math.Min(size, 4))
        from keys in Gen.ArrayOf(_text, count)
        let distinct = keys.Distinct(StringComparer.Ordinal).ToArray()
        from values in Gen.ArrayOf(Value(size / 2), distinct.Length)
        select ValueMap.Create(distinct.Zip(values, KeyValuePair.Create));

    private static Gen<PlanValue> Value(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Elements<PlanValue>(PlanValue.Null.Instance, PlanValue.Unknown.Instance, PlanValue.Secret.Instance, new PlanValue.Bool(true)),
            _number.Select(n => (PlanValue)new PlanValue.Number(n)),
            _text.Select(t => (PlanValue)new PlanValue.String(t)),
            _text.Select(t => (PlanValue)new PlanValue.Asset(ValueMap.Create([KeyValuePair.Create<string, PlanValue>("text", new PlanValue.String(t))]))),
            Map(0).Select(_ => (PlanValue)new PlanValue.Archive(ValueMap.Create([KeyValuePair.Create<string, PlanValue>("path", new PlanValue.String("a.zip"))]))));
        return size <= 0
            ? leaf
            : Gen.OneOf(
                leaf,
                Map(size).Select(map => (PlanValue)new PlanValue.Object(map)),
                Gen.Choose(0, 3).SelectMany(n => Gen.ArrayOf(Value(size / 2), n)).Select(items => (PlanValue)new PlanValue.List([.. items])));
    }
}
