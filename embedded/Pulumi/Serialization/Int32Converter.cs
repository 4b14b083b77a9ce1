namespace Pulumi.Serialization;

internal sealed class Int32Converter : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = value is double number ? (int)number : value is null ? 0 : null;
        return result is null ? Mismatch(typeof(double).FullName!, value!, context) : null;
    }
}
