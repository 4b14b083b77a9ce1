using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>
/// In which step an item is applied: after everything it depends on, directly or through resources that are no manifests. To
/// the plan's dependencies come those that kubectl needs and a program may leave out: an object after its namespace, a custom
/// resource after its definition.
/// </summary>
internal sealed class ApplyOrder
{
    private readonly Dictionary<Urn, RenderedItem> _items;
    private readonly Dictionary<Urn, List<Urn>> _needs = [];

    public ApplyOrder(Plan plan, IReadOnlyList<RenderedItem> items)
    {
        _items = items.ToDictionary(static item => item.Resource.Urn);
        var objects = items.OfType<RenderedObject>().ToList();
        // By provider too: what is in one cluster is no help in another.
        var namespaces = objects.Where(static o => o is { Group: "", Kind: "Namespace" }).ToLookup(static o => (o.Resource.Provider, o.Name), static o => o.Resource.Urn);
        var definitions = objects.Where(static o => o.Kind == CustomDefinition.Kind).ToLookup(static o => (o.Resource.Provider, CustomDefinition.Defines(o)), static o => o.Resource.Urn);
        foreach (var resource in plan.Resources)
        {
            List<Urn> needs = [.. resource.Dependencies];
            if (resource.Provider is { } provider)
            {
                needs.Add(provider);
            }

            if (_items.TryGetValue(resource.Urn, out var item))
            {
                needs.AddRange(namespaces[(resource.Provider, item.Namespace)]);
                needs.AddRange(item is RenderedObject custom ? definitions[(resource.Provider, (custom.Group, custom.Kind))] : []);
            }

            needs.RemoveAll(need => need == resource.Urn);
            _needs[resource.Urn] = needs;
        }
    }

    /// <summary>Whether anything is applied after the item because of it.</summary>
    public IReadOnlySet<Urn> Needed => _needs.Values.SelectMany(static needs => needs).ToHashSet();

    /// <summary>Everything that something has to wait for before the items can be applied, directly or not; the items themselves only where another needs them.</summary>
    public IReadOnlySet<Urn> NeededByItems()
    {
        var needed = new HashSet<Urn>();
        var open = new Stack<Urn>(_items.Keys);
        while (open.TryPop(out var urn))
        {
            foreach (var need in _needs.GetValueOrDefault(urn, []).Where(needed.Add))
            {
                open.Push(need);
            }
        }

        return needed;
    }

    /// <summary>The level of each item, from 0; null, and the resources that wait for each other, where there is a circle.</summary>
    public (IReadOnlyDictionary<Urn, int>? Levels, ValueList<Urn> Circle) Levels()
    {
        var open = _needs.ToDictionary(static entry => entry.Key, entry => entry.Value.Count(_needs.ContainsKey));
        var dependents = _needs.SelectMany(static entry => entry.Value.Select(need => (Need: need, By: entry.Key))).ToLookup(static edge => edge.Need, static edge => edge.By);
        var levels = new Dictionary<Urn, int>();
        var ready = new Queue<Urn>(open.Where(static entry => entry.Value == 0).Select(static entry => entry.Key));
        while (ready.TryDequeue(out var urn))
        {
            levels[urn] = _needs[urn].Where(levels.ContainsKey).Select(need => levels[need] + (_items.ContainsKey(need) ? 1 : 0)).DefaultIfEmpty().Max();
            foreach (var dependent in dependents[urn].Where(dependent => --open[dependent] == 0))
            {
                ready.Enqueue(dependent);
            }
        }

        return levels.Count == _needs.Count
            ? (levels, [])
            : (null, [.. _needs.Keys.Where(urn => !levels.ContainsKey(urn))]);
    }
}
