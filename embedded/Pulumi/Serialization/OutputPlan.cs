using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The [Output] properties of a resource type, found out once per type.</summary>
internal sealed class OutputPlan
{
    private static readonly ConcurrentDictionary<Type, OutputPlan> _plans = new();
    private readonly ImmutableArray<(PropertyInfo Property, string Name)> _attributed;
    private readonly Lazy<ImmutableArray<OutputProperty>> _properties;

    private OutputPlan(Type type)
    {
        _attributed =
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               let attribute = property.GetCustomAttribute<OutputAttribute>()
               where attribute is not null
               select (property, string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name),
        ];
        _properties = new(() => [.. _attributed.Where(IsOwn).Select(output => OutputProperty.Create(type, output.Property, output.Name))]);
    }

    /// <summary>Those that a response fills; the URN and the id have ways of their own.</summary>
    public ImmutableArray<OutputProperty> Properties => _properties.Value;

    public static OutputPlan For(Type type) => _plans.GetOrAdd(type, static t => new OutputPlan(t));

    public Dictionary<string, object?> Read(Resource resource)
        => _attributed
            .Where(output => output.Property.Name != nameof(Resource.Urn))
            .ToDictionary(output => output.Name, output => output.Property.GetValue(resource));

    public Dictionary<string, object?> ReadDeclaredBelow(Type ancestor, Resource resource)
        => _attributed
            .Where(output => output.Property.DeclaringType?.IsAssignableFrom(ancestor) != true)
            .ToDictionary(output => output.Name, output => output.Property.GetValue(resource));

    private static bool IsOwn((PropertyInfo Property, string Name) output)
        => output.Property.DeclaringType != typeof(Resource) && output.Property.DeclaringType != typeof(CustomResource);
}
