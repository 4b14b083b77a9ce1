using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources that a value depends on. Most values depend on none or one, so those cost no collection.</summary>
internal readonly struct ResourceSet
{
    private readonly object? _items;

    public ResourceSet(Resource resource) => _items = resource;

    private ResourceSet(object? items) => _items = items;

    public static ResourceSet Empty => default;

    public bool IsEmpty => _items is null;

    public static ResourceSet From(IEnumerable<Resource> resources)
    {
        var set = resources.ToImmutableHashSet();
        return set.Count switch
        {
            0 => default,
            1 => new ResourceSet(set.First()),
            _ => new ResourceSet((object)set),
        };
    }

    public ResourceSet Union(ResourceSet other)
    {
        if (other._items is null || ReferenceEquals(_items, other._items))
            return this;
        return _items is null ? other : new ResourceSet((object)ToImmutable().Union(other.ToImmutable()));
    }

    public ImmutableHashSet<Resource> ToImmutable() => _items switch
    {
        null => [],
        Resource resource => [resource],
        _ => (ImmutableHashSet<Resource>)_items,
    };

    public void AddTo(HashSet<Resource> target)
    {
        if (_items is Resource resource)
            target.Add(resource);
        else if (_items is ImmutableHashSet<Resource> set)
            target.UnionWith(set);
    }
}
