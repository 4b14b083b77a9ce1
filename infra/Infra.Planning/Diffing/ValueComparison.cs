using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Finds every value that differs between two maps of values, at the deepest place that tells them apart.</summary>
internal sealed class ValueComparison
{
    private readonly List<PropertyChange> _changes = [];

    private ValueComparison()
    {
    }

    public static List<PropertyChange> Of(ValueMap before, ValueMap after)
    {
        var comparison = new ValueComparison();
        // Most resources are the same, and that is told without a path.
        if (!before.Equals(after))
        {
            comparison.Maps(PropertyPath.Root, before, after);
        }
        return comparison._changes;
    }

    internal void Compare(PropertyPath path, PlanValue before, PlanValue after)
    {
        switch (before, after)
        {
            case (PlanValue.Object { Properties: var olds }, PlanValue.Object { Properties: var news }):
                Maps(path, olds, news);
                break;
            case (PlanValue.List { Items: var olds }, PlanValue.List { Items: var news }):
                if (!olds.Equals(news))
                {
                    new ListComparison(this, path, olds, news).Run();
                }
                break;
            case (PlanValue.String { Value: var old }, PlanValue.String { Value: var @new }) when old != @new && JsonInText.Of(old) is { } oldJson && JsonInText.Of(@new) is { } newJson:
                Json(path, (before, after), (oldJson, newJson));
                break;
            default:
                if (!before.Equals(after))
                {
                    Add(new PropertyChange(path, PropertyChangeKind.Change, before, after));
                }
                break;
        }
    }

    internal void Add(PropertyChange change) => _changes.Add(change);

    private void Maps(PropertyPath path, ValueMap before, ValueMap after)
    {
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var next = path.Then(PathStep.Of(key));
            switch (Known(before, key), Known(after, key))
            {
                case (null, null):
                    break;
                case (null, { } added):
                    Add(new PropertyChange(next, PropertyChangeKind.Add, null, added));
                    break;
                case ({ } removed, null):
                    Add(new PropertyChange(next, PropertyChangeKind.Remove, removed, null));
                    break;
                case ({ } old, { } @new):
                    Compare(next, old, @new);
                    break;
            }
        }
    }

    private void Json(PropertyPath path, (PlanValue Before, PlanValue After) text, (PlanValue Before, PlanValue After) json)
    {
        if (json.Before.Equals(json.After))
        {
            Add(new PropertyChange(path, PropertyChangeKind.Change, text.Before, text.After) { Fold = Fold.Format });
        }
        else
        {
            Compare(path.Then(PathStep.Json), json.Before, json.After);
        }
    }

    // To Pulumi, a property that is null is one that isn't there.
    private static PlanValue? Known(ValueMap map, string key) => map.TryGetValue(key, out var value) && value is not PlanValue.Null ? value : null;
}
