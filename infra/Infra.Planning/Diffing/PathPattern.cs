using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>A path as <c>ignoreChanges</c>, <c>replaceOnChanges</c> and <c>hideDiffs</c> have it; <c>*</c> stands for every key or item.</summary>
internal sealed class PathPattern
{
    private const string Every = "*";
    private readonly ImmutableArray<ConfigPathSegment> _steps;

    private PathPattern(ImmutableArray<ConfigPathSegment> steps) => _steps = steps;

    /// <returns>The patterns among the texts; Pulumi ignores what is none.</returns>
    public static IReadOnlyList<PathPattern> Of(ValueList<string> texts) =>
        [.. texts.Select(static text => ConfigPath.Parse(text.StartsWith('[') ? text : "." + text)).Where(static steps => !steps.IsDefaultOrEmpty).Select(static steps => new PathPattern(steps))];

    /// <summary>Whether a path leads to what the pattern names, or below it.</summary>
    public bool Contains(PropertyPath path)
    {
        if (path.Steps.Count < _steps.Length)
        {
            return false;
        }
        for (var i = 0; i < _steps.Length; i++)
        {
            var (wanted, step) = (_steps[i], path.Steps[i]);
            var fits = wanted.Key is { } key ? key == Every || key == step.Key : wanted.Index == step.Index;
            if (!fits)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// The newer values with those of the older where the pattern says so. As <c>PropertyPath.Reset</c> of Pulumi's SDK does it: lists of different length have no items in common.
    /// </summary>
    public ValueMap Reset(ValueMap before, ValueMap after) =>
        Reset(new PlanValue.Object(before), new PlanValue.Object(after), 0) is PlanValue.Object { Properties: var reset } ? reset : after;

    private PlanValue Reset(PlanValue before, PlanValue after, int at)
    {
        if (at == _steps.Length)
        {
            return before;
        }
        return (before, after) switch
        {
            (PlanValue.Object { Properties: var olds }, PlanValue.Object { Properties: var news }) => Keys(olds, news, at),
            (PlanValue.List { Items: var olds }, PlanValue.List { Items: var news }) => Items(olds, news, at),
            _ => after,
        };
    }

    private PlanValue.Object Keys(ValueMap olds, ValueMap news, int at)
    {
        var isLast = at == _steps.Length - 1;
        var wanted = _steps[at].Key;
        var values = new SortedDictionary<string, PlanValue>(news.ToDictionary(), StringComparer.Ordinal);
        foreach (var key in olds.Keys.Union(news.Keys).Where(key => wanted == Every || wanted == key))
        {
            var (hasOld, hasNew) = (olds.TryGetValue(key, out var old), news.TryGetValue(key, out var asked));
            if (isLast && !hasOld)
            {
                values.Remove(key);
            }
            else if (hasOld && (isLast || hasNew))
            {
                values[key] = isLast ? old! : Reset(old!, asked!, at + 1);
            }
        }
        return new PlanValue.Object(ValueMap.Create(values));
    }

    private PlanValue.List Items(ValueList<PlanValue> olds, ValueList<PlanValue> news, int at)
    {
        var step = _steps[at];
        var every = step.Key == Every;
        if (every ? olds.Count != news.Count : step.Key is not null || step.Index >= Math.Min(olds.Count, news.Count))
        {
            return new PlanValue.List(news);
        }
        return new PlanValue.List([.. news.Select((item, i) => every || i == step.Index ? Reset(olds[i], item, at + 1) : item)]);
    }
}
