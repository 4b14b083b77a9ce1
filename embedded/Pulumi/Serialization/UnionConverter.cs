namespace Pulumi.Serialization;

internal sealed class UnionConverter<T0, T1> : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = default(Union<T0, T1>);
        if (value is null)
            return null;
        if (For(typeof(T0)).TryConvert($"{context}.AsT0", value, out var first) is null)
        {
            result = Union<T0, T1>.FromT0((T0)first!);
            return null;
        }

        if (For(typeof(T1)).TryConvert($"{context}.AsT1", value, out var second) is null)
        {
            result = Union<T0, T1>.FromT1((T1)second!);
            return null;
        }

        result = null;
        return Mismatch($"{typeof(T0).FullName} or {typeof(T1).FullName}", value, context);
    }
}
