using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Conformance.Tests;

/// <summary>Writes a type as C# would, with nullability and tuple names.</summary>
/// <param name="qualified">Types whose namespace is part of their name in the list.</param>
internal sealed class TypeDisplay(Func<Type, bool> qualified)
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    private readonly NullabilityInfoContext _nullability = new();

    public string Show(ParameterInfo parameter) => Show(parameter.ParameterType, _nullability.Create(parameter), TupleNames(parameter));

    public string Show(PropertyInfo property)
    {
        var info = _nullability.Create(property);
        return Show(property.PropertyType, info, TupleNames(property), property.GetMethod is null ? info.WriteState : info.ReadState);
    }

    public string Show(FieldInfo field) => Show(field.FieldType, _nullability.Create(field), TupleNames(field));

    /// <summary>A type outside of any member (a base, an interface), where nullability isn't recorded.</summary>
    public string Show(Type type) => Show(type, null, new Queue<string?>());

    private string Show(Type type, NullabilityInfo? info, Queue<string?> tupleNames, NullabilityState? state = null)
    {
        if (type.IsByRef)
        {
            return Show(type.GetElementType()!, info, tupleNames, state);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Show(underlying, null, tupleNames) + "?";
        }

        // A type parameter may always stand for a nullable type; the lists don't say so of each.
        var mark = !type.IsGenericParameter && (state ?? info?.ReadState) == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        return (type.IsArray ? Show(type.GetElementType()!, info?.ElementType, tupleNames) + "[]" : Name(type, info, tupleNames)) + mark;
    }

    private string Name(Type type, NullabilityInfo? info, Queue<string?> tupleNames)
    {
        if (type.IsGenericParameter || !type.IsGenericType)
        {
            return Keywords.GetValueOrDefault(type) ?? SimpleName(type);
        }

        var isTuple = type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ?? false;
        var definition = type.GetGenericArguments();
        var names = isTuple ? definition.Select(_ => tupleNames.TryDequeue(out var name) ? name : null).ToList() : [];
        var arguments = definition
            .Select((argument, index) => Show(argument, info?.GenericTypeArguments.ElementAtOrDefault(index), tupleNames))
            .ToList();
        return names.Exists(name => name is not null)
            ? $"({string.Join(", ", arguments.Zip(names, (argument, name) => $"{argument} {name}"))})"
            : $"{SimpleName(type)}<{string.Join(", ", arguments)}>";
    }

    private string SimpleName(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.IsGenericParameter)
        {
            return name;
        }

        return type.DeclaringType is { } outer ? $"{SimpleName(outer)}.{name}" : qualified(type) ? $"{type.Namespace}.{name}" : name;
    }

    private static Queue<string?> TupleNames(ICustomAttributeProvider member) =>
        new(member.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false)
            .Cast<TupleElementNamesAttribute>()
            .SelectMany(attribute => attribute.TransformNames));
}
