using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Compares two lists: named items by their name, others by what they are, so that an item in front doesn't change all that follow.</summary>
internal sealed class ListComparison(ValueComparison comparison, PropertyPath path, ValueList<PlanValue> before, ValueList<PlanValue> after)
{
    private readonly string _name = path.Steps.LastOrDefault(static step => step.Key is not null)?.Key ?? "";

    public void Run()
    {
        if (ItemKeys.Of(_name, before, after) is { } keys)
        {
            Named(keys.Before, keys.After);
        }
        else
        {
            Unnamed();
        }
    }

    private void Named(IReadOnlyList<string> olds, IReadOnlyList<string> news)
    {
        var places = olds.Select(static (key, i) => (key, i)).ToDictionary(static pair => pair.key, static pair => pair.i, StringComparer.Ordinal);
        var pairs = new List<(int Before, int After)>();
        for (var i = 0; i < news.Count; i++)
        {
            if (places.Remove(news[i], out var old))
            {
                pairs.Add((old, i));
                comparison.Compare(path.Then(PathStep.Of(i, news[i])), before[old], after[i]);
            }
            else
            {
                Add(i, news[i]);
            }
        }
        foreach (var old in places.Values.Order())
        {
            Remove(old, olds[old]);
        }
        Order(pairs, mattersNever: _name != "initContainers");
    }

    private void Unnamed()
    {
        var pairs = Same();
        var left = Enumerable.Range(0, before.Count).Except(pairs.Select(static p => p.Before)).ToList();
        var right = Enumerable.Range(0, after.Count).Except(pairs.Select(static p => p.After)).ToList();
        foreach (var (olds, news) in Gaps(pairs, left, right))
        {
            for (var i = 0; i < Math.Max(olds.Count, news.Count); i++)
            {
                if (i >= olds.Count)
                {
                    Add(news[i]);
                }
                else if (i >= news.Count)
                {
                    Remove(olds[i]);
                }
                else
                {
                    comparison.Compare(path.Then(PathStep.Of(news[i])), before[olds[i]], after[news[i]]);
                }
            }
        }
        Order(pairs, SetLists.Contains(_name));
    }

    /// <summary>Each item with its equal, the first with the first: the same pairs in whichever direction the lists are compared.</summary>
    private List<(int Before, int After)> Same()
    {
        var places = before.Select(static (item, i) => (item, i)).GroupBy(static p => p.item).ToDictionary(static g => g.Key, static g => new Queue<int>(g.Select(static p => p.i)));
        var pairs = new List<(int, int)>();
        for (var i = 0; i < after.Count; i++)
        {
            if (places.TryGetValue(after[i], out var olds) && olds.TryDequeue(out var old))
            {
                pairs.Add((old, i));
            }
        }
        return pairs;
    }

    /// <summary>What changed, by the gap between unchanged items that it stands in; all of it in one where these have another order.</summary>
    private static IEnumerable<(List<int> Before, List<int> After)> Gaps(List<(int Before, int After)> pairs, List<int> left, List<int> right)
    {
        if (!IsInOrder(pairs))
        {
            return [(left, right)];
        }
        var olds = left.ToLookup(i => Rank(pairs, i, static p => p.Before));
        var news = right.ToLookup(i => Rank(pairs, i, static p => p.After));
        return olds.Select(static g => g.Key).Union(news.Select(static g => g.Key)).Order().Select(gap => (olds[gap].ToList(), news[gap].ToList()));
    }

    // How many of the pairs stand before a place. They are in order, so halving finds it.
    private static int Rank(List<(int Before, int After)> pairs, int place, Func<(int Before, int After), int> side)
    {
        var (low, high) = (0, pairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = side(pairs[middle]) < place ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private void Order(List<(int Before, int After)> pairs, bool mattersNever)
    {
        if (!IsInOrder(pairs))
        {
            comparison.Add(new PropertyChange(path, PropertyChangeKind.Reorder, new PlanValue.List(before), new PlanValue.List(after))
            {
                Fold = mattersNever ? Fold.Order : Fold.None,
            });
        }
    }

    private static bool IsInOrder(List<(int Before, int After)> pairs)
    {
        for (var i = 1; i < pairs.Count; i++)
        {
            if (pairs[i].Before < pairs[i - 1].Before)
            {
                return false;
            }
        }
        return true;
    }

    private void Add(int place, string? name = null) =>
        comparison.Add(new PropertyChange(path.Then(PathStep.Of(place, name)), PropertyChangeKind.Add, null, after[place]));

    private void Remove(int place, string? name = null) =>
        comparison.Add(new PropertyChange(path.Then(PathStep.Of(place, name)), PropertyChangeKind.Remove, before[place], null));
}
