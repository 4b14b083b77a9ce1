using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>An [Output] property of a resource: makes its output before the registration.</summary>
internal abstract class OutputProperty(string name, Action<object, object?> write)
{
    protected string Name { get; } = name;

    protected Action<object, object?> Write { get; } = write;

    public static OutputProperty Create(Type resourceType, PropertyInfo property, string name)
    {
        var type = property.PropertyType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
            throw RunException.OutputsHaveIncorrectType([name]);
        var valueType = type.GenericTypeArguments[0];
        TargetTypes.Check($"[Output] {resourceType.FullName}.{property.Name}", valueType);
        return (OutputProperty)Activator.CreateInstance(
            typeof(OutputProperty<>).MakeGenericType(valueType), name, MemberAccess.Writer(property))!;
    }

    public abstract void Initialize(Resource resource, ResourceState state);
}
