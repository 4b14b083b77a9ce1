using System.Reflection;

namespace Pulumi.Serialization;

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
