using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Counts the values that nobody can compare: secret in both plans, or known to neither.</summary>
internal readonly record struct HiddenPairs(int Secrets, int Unknowns)
{
    public static HiddenPairs operator +(HiddenPairs one, HiddenPairs other) => new(one.Secrets + other.Secrets, one.Unknowns + other.Unknowns);

    public static HiddenPairs Of(ValueMap before, ValueMap after)
    {
        if (before.Equals(after))
        {
            return Of(after.Values);
        }
        var count = default(HiddenPairs);
        foreach (var (key, value) in after)
        {
            if (before.TryGetValue(key, out var old))
            {
                count += Of(old, value);
            }
        }
        return count;
    }

    private static HiddenPairs Of(IEnumerable<PlanValue> values)
    {
        var count = default(HiddenPairs);
        foreach (var value in values)
        {
            count += value switch
            {
                PlanValue.Secret => new HiddenPairs(1, 0),
                PlanValue.Unknown => new HiddenPairs(0, 1),
                PlanValue.Object { Properties: var properties } => Of(properties.Values),
                PlanValue.List { Items: var items } => Of(items),
                _ => default,
            };
        }
        return count;
    }

    private static HiddenPairs Of(PlanValue before, PlanValue after) => (before, after) switch
    {
        (PlanValue.Secret, PlanValue.Secret) => new HiddenPairs(1, 0),
        (PlanValue.Unknown, PlanValue.Unknown) => new HiddenPairs(0, 1),
        (PlanValue.Object { Properties: var olds }, PlanValue.Object { Properties: var news }) => Of(olds, news),
        (PlanValue.List { Items: var olds }, PlanValue.List { Items: var news }) => Items(olds, news),
        _ => default,
    };

    private static HiddenPairs Items(ValueList<PlanValue> olds, ValueList<PlanValue> news)
    {
        var count = default(HiddenPairs);
        for (var i = 0; i < Math.Min(olds.Count, news.Count); i++)
        {
            count += Of(olds[i], news[i]);
        }
        return count;
    }
}
