using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Plain values to one C# type, cached per type.</summary>
internal abstract class Converter
{
    private static readonly ConcurrentDictionary<Type, Converter> _converters = new();

    public static Converter For(Type type) => _converters.GetOrAdd(type, Create);

    /// <summary>The value, or an error text. A null becomes the type's default.</summary>
    public abstract string? TryConvert(string context, object? value, out object? result);

    /// <summary>A value of another shape than the type is a warning, and the value is lost, as in the real SDK.</summary>
    public object? ConvertOrWarn(string context, object? value)
    {
        if (TryConvert(context, value, out var result) is not { } error)
            return result;
        if (Deployment.TryGetCurrent() is not null)
            Log.Warn(error);
        return null;
    }

    protected static string Mismatch(string expected, object value, string context)
        => $"Expected {expected} but got {value.GetType().FullName} deserializing {context}";

    private static Converter Create(Type type)
    {
        if (type == typeof(string) || type == typeof(bool) || type == typeof(double))
            return new SimpleConverter(type);
        if (type == typeof(int))
            return new Int32Converter();
        if (type == typeof(object))
            return new ObjectConverter();
        if (type == typeof(JsonElement))
            return new JsonElementConverter();
        if (typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
            return new SimpleConverter(type);
        if (type.IsEnum)
            return new EnumConverter(type);
        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
            return new EnumTypeConverter(type);
        if (type.IsConstructedGenericType)
            return CreateGeneric(type);
        return new OutputTypeConverter(type);
    }

    private static Converter CreateGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Nullable<>))
            return new NullableConverter(type.GenericTypeArguments[0]);
        var converter = definition switch
        {
            _ when definition == typeof(ImmutableArray<>) => typeof(ArrayConverter<>),
            _ when definition == typeof(Union<,>) => typeof(UnionConverter<,>),
            _ when definition == typeof(Output<>) => typeof(OutputConverter<>),
            _ when definition == typeof(ImmutableDictionary<,>) => typeof(DictionaryConverter<>),
            _ => throw new InvalidOperationException($"Unexpected generic target type {type.FullName} when deserializing"),
        };
        var arguments = definition == typeof(ImmutableDictionary<,>) ? [type.GenericTypeArguments[1]] : type.GenericTypeArguments;
        return (Converter)Activator.CreateInstance(converter.MakeGenericType(arguments))!;
    }
}
