using System.Reflection;
using System.Text.Json;

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

internal sealed class Int32Converter : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = value is double number ? (int)number : value is null ? 0 : null;
        return result is null ? Mismatch(typeof(double).FullName!, value!, context) : null;
    }
}

internal sealed class ObjectConverter : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = value;
        return null;
    }
}

internal sealed class JsonElementConverter : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = default(JsonElement);
        if (value is null)
            return null;
        var error = JsonTrees.TryToJson(context, value, out var element);
        result = error is null ? element : null;
        return error;
    }
}

internal sealed class NullableConverter(Type type) : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        return value is null ? null : For(type).TryConvert(context, value, out result);
    }
}

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

/// <summary>A struct with [EnumType]: made by its private constructor that takes the string or the number.</summary>
internal sealed class EnumTypeConverter(Type type) : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        if (value is null)
        {
            result = Activator.CreateInstance(type);
            return null;
        }

        if (value is not (string or double))
            return Mismatch($"{typeof(string).FullName} or {typeof(double).FullName}", value, context);
        var constructor = type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, null, [value.GetType()], null);
        if (constructor is null)
            return $"Expected target type {type.FullName} to have a constructor with a single {value.GetType().FullName} parameter.";
        result = constructor.Invoke([value]);
        return null;
    }
}
