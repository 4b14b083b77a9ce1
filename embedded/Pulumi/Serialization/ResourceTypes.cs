using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Makes a resource object for a reference, of the class whose [ResourceType] fits.</summary>
internal static class ResourceTypes
{
    private static readonly Lazy<ILookup<string, (string? Version, Type Type)>> _types = new(Discover);

    public static Resource Construct(ResourceReference reference)
    {
        var type = _types.Value[Urn.TypeOf(reference.Urn)]
            .OrderByDescending(candidate => Version.TryParse(candidate.Version, out var version) ? version : new Version(0, 0))
            .Select(candidate => candidate.Type)
            .FirstOrDefault();
        if (type is null)
            return new DependencyResource(reference.Urn);
        ResourceOptions options = typeof(CustomResource).IsAssignableFrom(type)
            ? new CustomResourceOptions { Urn = reference.Urn }
            : new ComponentResourceOptions { Urn = reference.Urn };
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length == 3);
        return (Resource)constructor.Invoke([Urn.NameOf(reference.Urn), null, options]);
    }

    private static ILookup<string, (string? Version, Type Type)> Discover()
    {
        var types =
            from assembly in AppDomain.CurrentDomain.GetAssemblies()
            where !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(IsThisAssembly)
            from type in assembly.GetTypes()
            where typeof(Resource).IsAssignableFrom(type)
            let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
            where attribute is not null
            select (attribute, type);
        return types.ToLookup(found => found.attribute.Type, found => (found.attribute.Version, found.type));
    }

    private static bool IsThisAssembly(AssemblyName name) => name.Name == typeof(Resource).Assembly.GetName().Name;
}
