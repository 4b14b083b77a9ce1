namespace Pulumi.Serialization;

internal sealed class EnumConverter(Type type) : Converter
{
    private readonly Converter _underlying = For(type.GetEnumUnderlyingType());

    public override string? TryConvert(string context, object? value, out object? result)
    {
        var error = _underlying.TryConvert(context, value, out result);
        result = error is null ? Enum.ToObject(type, result!) : null;
        return error;
    }
}
