using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Which types an output can hold. Asked once per property and type, before anything is registered.</summary>
internal static class TargetTypes
{
    private static readonly HashSet<Type> _simple =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    public static void Check(string context, Type type) => Check(context, type, []);

    public static void CheckValue(string context, object? value, bool allowInput)
    {
        if (value is null)
            return;
        var type = value.GetType();
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : null;
        var unwrap = definition == typeof(Output<>) || (allowInput && definition == typeof(Input<>));
        Check(context, unwrap ? type.GenericTypeArguments[0] : type);
    }

    public static ConstructorInfo? OutputConstructor(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
        var marked = constructors.FirstOrDefault(constructor => constructor.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        var open = constructors.Where(constructor => constructor.IsPublic).ToList();
        return marked ?? (open.Count == 1 ? open[0] : null);
    }

    private static void Check(string context, Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || _simple.Contains(type) || typeof(Resource).IsAssignableFrom(type))
            return;
        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
            return;
        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
            return;
        if (type.IsConstructedGenericType)
            CheckGeneric(context, type, seen);
        else
            CheckOutputType(context, type, seen);
    }

    private static void CheckGeneric(string context, Type type, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(Nullable<>) || definition == typeof(System.Collections.Immutable.ImmutableArray<>)
            || definition == typeof(Output<>) || definition == typeof(Union<,>))
        {
            foreach (var argument in arguments)
                Check(context, argument, seen);
            return;
        }

        if (definition != typeof(System.Collections.Immutable.ImmutableDictionary<,>))
        {
            throw new InvalidOperationException($"""
                {context} contains invalid type {type.FullName}:
                    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>
                """);
        }

        if (arguments[0] != typeof(string))
        {
            throw new InvalidOperationException($"""
                {context} contains invalid type {type.FullName}:
                    The only allowed ImmutableDictionary 'TKey' type is 'String'.
                """);
        }

        Check(context, arguments[1], seen);
    }

    private static void CheckOutputType(string context, Type type, HashSet<Type> seen)
    {
        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException($"""
                {context} contains invalid type {type.FullName}. Allowed types are:
                    String, Boolean, Int32, Double,
                    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or
                    a class explicitly marked with the [{nameof(OutputTypeAttribute)}].
                """);
        }

        var constructor = OutputConstructor(type)
            ?? throw new InvalidOperationException($"{type.FullName} had [{nameof(OutputTypeAttribute)}], but did not contain constructor marked with [{nameof(OutputConstructorAttribute)}].");
        foreach (var parameter in constructor.GetParameters())
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
    }
}
