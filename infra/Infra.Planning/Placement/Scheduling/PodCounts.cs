using System.Collections.Immutable;
using Infra.Planning.Placement.Scheduling.Filters;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>
/// Ties kinds of pods to the counts that they watch and change, once for all: which of thousands of selectors select a kind is found by a label that they all demand, not by trying each.
/// </summary>
internal static class PodCounts
{
    /// <param name="Certain">Labels that the pods have for sure.</param>
    /// <param name="Matches">Whether pods of a kind are meant.</param>
    /// <param name="Tie">Ties them.</param>
    private sealed record Watch(IReadOnlyList<(string Key, string Value)> Certain, Func<PodSpec, bool> Matches, Action<PodKind> Tie);

    /// <summary>Ties all kinds.</summary>
    /// <returns>The spread counts, which have to know every node.</returns>
    public static ImmutableArray<SpreadCount> Tie(IReadOnlyList<PodKind> kinds)
    {
        var watches = new List<Watch>();
        var spreads = new List<SpreadCount>();
        foreach (var kind in kinds)
        {
            Affinity(kind, watches);
            AntiAffinity(kind, watches);
            foreach (var constraint in kind.Spec.Spread)
            {
                var count = new SpreadCount(constraint, node => PodTopologySpread.IsPlace(kind.Spec, constraint, node));
                kind.Spread.Add(count);
                spreads.Add(count);
                watches.Add(new Watch(
                    [.. constraint.Selector.Certain], pod => pod.Namespace == kind.Spec.Namespace && constraint.Selector.Matches(pod.Labels), one => one.CountedSpread.Add(count)));
            }

            foreach (var key in kind.Spec.SoftSpread)
            {
                var own = new TopologyCount(key);
                kind.Own.Add(own);
                kind.Counted.Add(own);
            }
        }

        Distribute(watches, kinds);
        return [.. spreads];
    }

    // A pod counts if it matches all terms, in the place of each (interpodaffinity, filtering.go).
    private static void Affinity(PodKind kind, List<Watch> watches)
    {
        var terms = kind.Spec.Affinity;
        foreach (var term in terms)
        {
            var count = new TopologyCount(term.TopologyKey);
            kind.Wanted.Add(count);
            watches.Add(new Watch([.. term.Selector?.Certain ?? []], pod => terms.All(one => one.Matches(pod)), one => one.Counted.Add(count)));
        }
    }

    private static void AntiAffinity(PodKind kind, List<Watch> watches)
    {
        foreach (var term in kind.Spec.AntiAffinity)
        {
            var (selected, holders) = (new TopologyCount(term.TopologyKey), new TopologyCount(term.TopologyKey));
            kind.Avoided.Add(selected);
            kind.Counted.Add(holders);
            watches.Add(new Watch([.. term.Selector?.Certain ?? []], term.Matches, one =>
            {
                one.Counted.Add(selected);
                one.AvoidedBy.Add(holders);
            }));
        }
    }

    private static void Distribute(List<Watch> watches, IReadOnlyList<PodKind> kinds)
    {
        // The label that the fewest demand says the most.
        var demanded = watches.SelectMany(watch => watch.Certain).CountBy(label => label).ToDictionary();
        var byLabel = watches.ToLookup(watch => watch.Certain.Count == 0 ? default : watch.Certain.MinBy(label => (demanded[label], label.Key, label.Value)));
        foreach (var kind in kinds)
        {
            foreach (var watch in byLabel[default].Concat(kind.Spec.Labels.SelectMany(label => byLabel[(label.Key, label.Value)])).Where(watch => watch.Matches(kind.Spec)))
            {
                watch.Tie(kind);
            }
        }
    }
}
