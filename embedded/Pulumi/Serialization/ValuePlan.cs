using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How values of the rarer kinds are read: [EnumType] structs and [OutputType] objects.</summary>
internal sealed class ValuePlan
{
    private static readonly ConcurrentDictionary<Type, ValuePlan?> _plans = new();

    public Func<object, object?>? ReadScalar { get; private init; }

    public string? Problem { get; private init; }

    public ImmutableArray<(string Name, Func<object, object?> Read)> Fields { get; private init; } = [];

    /// <summary>Null when values of the type can't be inputs.</summary>
    public static ValuePlan? For(Type type) => _plans.GetOrAdd(type, Create);

    private static ValuePlan? Create(Type type)
    {
        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
            return CreateEnum(type);
        return type.GetCustomAttribute<OutputTypeAttribute>() is null ? null : CreateOutputType(type);
    }

    private static ValuePlan CreateEnum(Type type)
    {
        var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, null, [type], null);
        if (conversion is null || (conversion.ReturnType != typeof(string) && conversion.ReturnType != typeof(double)))
            return new ValuePlan { Problem = $"Expected {type.FullName} to have an explicit conversion operator to String or Double." };
        return new ValuePlan { ReadScalar = value => conversion.Invoke(null, [value]) };
    }

    private static ValuePlan CreateOutputType(Type type) => new()
    {
        Fields =
        [
            .. type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.NonPublic)
                .Where(field => field.IsInitOnly)
                .Select(field => (char.ToLowerInvariant(field.Name[0]) + field.Name[1..], (Func<object, object?>)field.GetValue)),
        ],
    };
}
