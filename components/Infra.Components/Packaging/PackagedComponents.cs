using Infra.Components.Nodes;
using Infra.Components.Predictions;
using Pulumi;

namespace Infra.Components.Packaging;

/// <summary>The components that programs in other languages can use (docs/other-languages.md).</summary>
public static class PackagedComponents
{
    /// <summary>Name of the package: what the type tokens begin with.</summary>
    public const string Package = "gpu-inference";

    // Pulumi makes a schema of every public property, and has no notation for an enumeration (EdgePoolArgs.Accelerator) or a reference to a Secret (PredictionStore.Password). One of them would leave
    // the package without a schema.
    private static readonly Type[] _withoutSchema = [typeof(EdgePool), typeof(PredictionStore)];

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(PackagedComponents).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && typeof(ComponentResource).IsAssignableFrom(type) && !_withoutSchema.Contains(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];
}
