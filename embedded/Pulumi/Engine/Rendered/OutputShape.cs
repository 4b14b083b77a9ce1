using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>One property of a resource, a function's result or an [OutputType]: its name, type and whether a provider may leave it out.</summary>
internal sealed record OutputShape(string Name, Type Type, bool MayBeMissing)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputShape>> _resources = new();
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputShape>> _types = new();

    /// <summary>The outputs of a resource class, but for URN and id.</summary>
    public static ImmutableArray<OutputShape> OfResource(Type type) => _resources.GetOrAdd(type, static t =>
    [
        .. from property in t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let attribute = property.GetCustomAttribute<OutputAttribute>()
           where attribute is not null && property.DeclaringType != typeof(Resource) && property.DeclaringType != typeof(CustomResource)
           where property.PropertyType is { IsConstructedGenericType: true } output && output.GetGenericTypeDefinition() == typeof(Output<>)
           let nullability = new NullabilityInfoContext().Create(property).GenericTypeArguments[0]
           orderby property.Name
           select Of(string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name, nullability),
    ]);

    /// <summary>The fields of a class with [OutputType]; empty for every other type.</summary>
    public static ImmutableArray<OutputShape> OfType(Type type) => _types.GetOrAdd(type, static t =>
        t.GetCustomAttribute<OutputTypeAttribute>() is null || TargetTypes.OutputConstructor(t) is not { } constructor
            ? []
            :
            [
                .. from parameter in constructor.GetParameters()
                   let name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!
                   select Of(name, new NullabilityInfoContext().Create(parameter)),
            ]);

    private static OutputShape Of(string name, NullabilityInfo nullability)
        => Nullable.GetUnderlyingType(nullability.Type) is { } underlying
            ? new OutputShape(name, underlying, MayBeMissing: true)
            : new OutputShape(name, nullability.Type, nullability.ReadState == NullabilityState.Nullable);
}
