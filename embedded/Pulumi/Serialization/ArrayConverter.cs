using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class ArrayConverter<T> : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = default(ImmutableArray<T>);
        if (value is null)
            return null;
        if (value is not ImmutableArray<object?> list)
        {
            result = null;
            return Mismatch(typeof(ImmutableArray<object>).FullName!, value, context);
        }

        if (typeof(T) == typeof(object))
        {
            result = value;
            return null;
        }

        var converter = For(typeof(T));
        var items = ImmutableArray.CreateBuilder<T>(list.Length);
        foreach (var element in list)
            items.Add(converter.ConvertOrWarn(context, element) is T item ? item : default!);
        result = items.MoveToImmutable();
        return null;
    }
}
