using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class DictionaryConverter<T> : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        if (value is null)
            return null;
        if (value is not ImmutableDictionary<string, object?> map)
            return Mismatch(typeof(ImmutableDictionary<string, object>).FullName!, value, context);
        if (typeof(T) == typeof(object))
        {
            result = value;
            return null;
        }

        var converter = For(typeof(T));
        var items = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, element) in map)
            items.Add(key, converter.ConvertOrWarn(context, element) is T item ? item : default!);
        result = items.ToImmutable();
        return null;
    }
}
