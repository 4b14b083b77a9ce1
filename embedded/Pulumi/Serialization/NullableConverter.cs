namespace Pulumi.Serialization;

internal sealed class NullableConverter(Type type) : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        return value is null ? null : For(type).TryConvert(context, value, out result);
    }
}
