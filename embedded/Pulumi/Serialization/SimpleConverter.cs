namespace Pulumi.Serialization;

internal sealed class SimpleConverter(Type type) : Converter
{
    private readonly object? _default = type.IsValueType ? Activator.CreateInstance(type) : null;

    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = value ?? _default;
        if (value is null || type.IsInstanceOfType(value))
            return null;
        result = null;
        return Mismatch(type.FullName!, value, context);
    }
}
