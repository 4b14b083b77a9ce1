using Pulumi;

namespace Infra.Components.Shared;

/// <summary>Options of a component's children.</summary>
internal static class Children
{
    /// <summary>Options that parent a child to its component; order comes from <paramref name="dependsOn"/>, never from nesting.</summary>
    public static CustomResourceOptions Of(ComponentResource parent, params Resource[] dependsOn) =>
        new() { Parent = parent, DependsOn = dependsOn };
}
