using System.Collections.Immutable;
using System.Reflection;

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

internal sealed class DictionaryConverter<T> : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        if (value is null)
            return null;
        if (value is not ImmutableDictionary<string, object?> map)
            return Mismatch(typeof(ImmutableDictionary<string, object>).FullName!, value, context);
        if (typeof(T) == typeof(object))
        {
            result = value;
            return null;
        }

        var converter = For(typeof(T));
        var items = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, element) in map)
            items.Add(key, converter.ConvertOrWarn(context, element) is T item ? item : default!);
        result = items.ToImmutable();
        return null;
    }
}

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

internal sealed class OutputConverter<T> : Converter
{
    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        if (value is null)
            return null;
        var error = For(typeof(T)).TryConvert(context, value, out var element);
        result = error is null ? new Output<T>((T)element!) : null;
        return error;
    }
}

/// <summary>A class with [OutputType]: made by its constructor, whose parameters are the property names.</summary>
internal sealed class OutputTypeConverter : Converter
{
    private readonly Type _type;
    private readonly ConstructorInvoker? _constructor;
    private readonly ImmutableArray<(string Key, string Context, Type Type)> _parameters = [];

    public OutputTypeConverter(Type type)
    {
        _type = type;
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null || TargetTypes.OutputConstructor(type) is not { } constructor)
            return;
        _constructor = ConstructorInvoker.Create(constructor);
        _parameters =
        [
            .. from parameter in constructor.GetParameters()
               let name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!
               select (name, $"{type.FullName}({parameter.Name})", parameter.ParameterType),
        ];
    }

    public override string? TryConvert(string context, object? value, out object? result)
    {
        result = null;
        if (value is null)
            return null;
        if (_constructor is null)
            return $"Unexpected target type {_type.FullName} when deserializing {context}";
        if (value is not ImmutableDictionary<string, object?> map)
            return Mismatch(typeof(ImmutableDictionary<string, object>).FullName!, value, context);
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (key, parameterContext, type) = _parameters[i];
            arguments[i] = For(type).ConvertOrWarn(parameterContext, map.GetValueOrDefault(key));
        }

        result = _constructor.Invoke(arguments.AsSpan());
        return null;
    }
}
