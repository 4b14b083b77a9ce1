using System.ComponentModel;

namespace Infra.Planning.Model;

/// <summary>What a collection expression calls to make a <see cref="ValueList{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueListBuilder
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull => items.IsEmpty ? ValueList<T>.Empty : new(items.ToArray());
}
