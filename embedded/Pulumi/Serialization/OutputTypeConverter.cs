using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

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
