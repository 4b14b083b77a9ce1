using System.Reflection;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>The inputs that an args class declares.</summary>
internal static class InputProperties
{
    /// <summary>The properties of ours, those of a base class of ours among them.</summary>
    public static IEnumerable<PropertyInfo> Of(Type args) =>
        args.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.DeclaringType!.Assembly == args.Assembly);

    /// <summary>The name that the SDK sends, read from the attribute's arguments because its property isn't public; null without the attribute.</summary>
    public static string? Name(PropertyInfo property) => (string?)Attribute(property)?.ConstructorArguments[0].Value;

    public static bool IsRequired(PropertyInfo property) => Attribute(property) is { } attribute && (bool)attribute.ConstructorArguments[1].Value!;

    public static string CamelCase(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    /// <summary>Whether Pulumi's serializer takes the type: anything else throws when the resource is registered.</summary>
    public static bool IsSerialisable(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return IsSerialisable(value);
        }

        if (type.IsGenericType)
        {
            var (definition, arguments) = (type.GetGenericTypeDefinition(), type.GetGenericArguments());
            return _containers.Contains(definition) ? IsSerialisable(arguments[0])
                : definition == typeof(Dictionary<,>) && arguments[0] == typeof(string) && IsSerialisable(arguments[1]);
        }

        return _scalars.Contains(type)
            || (type.IsEnum && Enum.GetUnderlyingType(type) == typeof(int))
            || type.IsDefined(typeof(EnumTypeAttribute))
            || type.IsAssignableTo(typeof(InputArgs));
    }

    private static readonly Type[] _scalars = [typeof(string), typeof(bool), typeof(int), typeof(double)];

    private static readonly Type[] _containers = [typeof(Input<>), typeof(InputList<>), typeof(InputMap<>), typeof(List<>)];

    private static CustomAttributeData? Attribute(PropertyInfo property) =>
        property.GetCustomAttributesData().SingleOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute));
}
