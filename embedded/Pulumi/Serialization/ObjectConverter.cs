namespace Pulumi.Serialization;

internal sealed class ObjectConverter : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = value;
        return null;
    }
}
