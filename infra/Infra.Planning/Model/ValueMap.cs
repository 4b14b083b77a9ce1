using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Planning.Model;

/// <summary>
/// An immutable map of property names to values, in ordinal order of the names whatever order they came in, and
/// equal to another when names and values are.
/// </summary>
public sealed class ValueMap : IReadOnlyDictionary<string, PlanValue>, IEquatable<ValueMap>
{
    private readonly string[] _keys;
    private readonly PlanValue[] _values;

    private ValueMap(string[] keys, PlanValue[] values)
    {
        _keys = keys;
        _values = values;
    }

    public static ValueMap Empty { get; } = new([], []);

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<PlanValue> Values => _values;

    public PlanValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"there is no property '{key}'");

    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public static ValueMap Create(IEnumerable<KeyValuePair<string, PlanValue>> properties)
    {
        var pairs = properties.ToArray();
        return TakeOver(Array.ConvertAll(pairs, static p => p.Key), Array.ConvertAll(pairs, static p => p.Value));
    }

    /// <summary>A map of <paramref name="keys"/> to the <paramref name="values"/> at the same places. The arrays are the map's from here on: a plan of thousands of resources is made without copies.</summary>
    /// <exception cref="ArgumentException">A key occurs twice, or there are more of one than of the other.</exception>
    public static ValueMap TakeOver(string[] keys, PlanValue[] values)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(values);
        if (keys.Length != values.Length)
        {
            throw new ArgumentException($"{keys.Length} keys have {values.Length} values", nameof(values));
        }

        if (keys.Length == 0)
        {
            return Empty;
        }

        Array.Sort(keys, values, StringComparer.Ordinal);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
            {
                throw new ArgumentException($"the property '{keys[i]}' occurs twice", nameof(keys));
            }
        }

        return new ValueMap(keys, values);
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PlanValue value)
    {
        var index = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        value = index >= 0 ? _values[index] : null;
        return index >= 0;
    }

    public bool Equals(ValueMap? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _keys.AsSpan().SequenceEqual(other._keys) && _values.AsSpan().SequenceEqual(other._values));

    public override bool Equals(object? obj) => Equals(obj as ValueMap);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        for (var i = 0; i < _keys.Length; i++)
        {
            hash.Add(_keys[i], StringComparer.Ordinal);
            hash.Add(_values[i]);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, PlanValue>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            yield return new KeyValuePair<string, PlanValue>(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() =>
        Count == 0 ? "{ }" : $"{{ {string.Join(", ", this.Select(p => $"{p.Key} = {p.Value}"))} }}";
}
