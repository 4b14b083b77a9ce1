using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Counts the values that are secret in both plans.</summary>
internal static class SecretPairs
{
    public static int Count(ValueMap before, ValueMap after)
    {
        if (before.Equals(after))
        {
            return Of(after.Values);
        }
        var count = 0;
        foreach (var (key, value) in after)
        {
            if (before.TryGetValue(key, out var old))
            {
                count += Count(old, value);
            }
        }
        return count;
    }

    private static int Of(IEnumerable<PlanValue> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += value switch
            {
                PlanValue.Secret => 1,
                PlanValue.Object { Properties: var properties } => Of(properties.Values),
                PlanValue.List { Items: var items } => Of(items),
                _ => 0,
            };
        }
        return count;
    }

    private static int Count(PlanValue before, PlanValue after) => (before, after) switch
    {
        (PlanValue.Secret, PlanValue.Secret) => 1,
        (PlanValue.Object { Properties: var olds }, PlanValue.Object { Properties: var news }) => Count(olds, news),
        (PlanValue.List { Items: var olds }, PlanValue.List { Items: var news }) => Items(olds, news),
        _ => 0,
    };

    private static int Items(ValueList<PlanValue> olds, ValueList<PlanValue> news)
    {
        var count = 0;
        for (var i = 0; i < Math.Min(olds.Count, news.Count); i++)
        {
            count += Count(olds[i], news[i]);
        }
        return count;
    }
}
