using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs; like <see cref="InputList{T}"/>, its values keep their own secretness and unknowns.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _items;
    private Output<ImmutableDictionary<string, TValue>>? _flat;

    public InputMap()
        : this(new Output<ImmutableDictionary<string, Input<TValue>>>(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> items) => _items = items;

    private protected override object? Content => _items;

    /// <summary>Adds; like <see cref="Add(string, Input{TValue})"/> it doesn't replace.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values)
        => values.Apply(map => ImmutableDictionary.CreateRange(map));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values)
        => values.Apply(map => ImmutableDictionary.CreateRange(map));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
        => new(values.Apply(Wrap));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._items, second._items).Apply(maps => maps.Item1.SetItems(maps.Item2)));

    /// <summary>The same key may be added again with an equal value; another value fails when the map is read.</summary>
    public void Add(string key, Input<TValue> value)
        => Set(_items.Apply(items => items.TryGetValue(key, out var existing)
            ? items.SetItem(key, Same(key, existing, value))
            : items.Add(key, value)));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
        => Set(Output.Tuple(_items, values._items).Apply(maps => maps.Item1.AddRange(maps.Item2)));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var empty = ImmutableDictionary<string, TValue>.Empty;
        foreach (var value in await ToOutputCore().GetValueAsync(whenUnknown: empty).ConfigureAwait(false))
            yield return value;
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException($"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal override Output<ImmutableDictionary<string, TValue>> ToOutputCore() => _flat ??= _items.Apply(Flatten);

    private static Output<TValue> Same(string key, Input<TValue> existing, Input<TValue> added)
        => Output.Tuple(existing, added).Apply(values => EqualityComparer<TValue>.Default.Equals(values.Item1, values.Item2)
            ? values.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static ImmutableDictionary<string, Input<TValue>> Wrap(ImmutableDictionary<string, TValue>? values)
        => values is null
            ? null! // a null map stays null, against the annotations, as in the real SDK
            : values.ToImmutableDictionary(pair => pair.Key, pair => (Input<TValue>)pair.Value);

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableDictionary<string, Input<TValue>>? items)
    {
        if (items is null)
            return new Output<ImmutableDictionary<string, TValue>>((ImmutableDictionary<string, TValue>)null!);
        var keys = items.Keys.ToImmutableArray();
        return Output.All(keys.Select(key => items[key])).Apply(values =>
            ImmutableDictionary.CreateRange(keys.Zip(values, KeyValuePair.Create)));
    }

    private void Set(Output<ImmutableDictionary<string, Input<TValue>>> items)
    {
        _items = items;
        _flat = null;
    }
}
