using Pulumi;

namespace Infra.Components.Shared;

/// <summary>Options of a component's children.</summary>
internal static class Children
{
    /// <summary>Options that parent a child to its component; order comes from <paramref name="dependsOn"/>, never from nesting.</summary>
    public static CustomResourceOptions Of(ComponentResource parent, params Resource[] dependsOn) =>
        new() { Parent = parent, DependsOn = dependsOn };

    /// <summary>
    /// Options of a child that stands at the root of the component's own order. It also waits for what the user named in
    /// the component's <c>DependsOn</c>: Pulumi doesn't hand that on, and a component has no life of its own, so that
    /// without it nothing would wait, and a teardown would not run in reverse.
    /// </summary>
    public static CustomResourceOptions Root(ComponentResource parent, ComponentResourceOptions? options, params Resource[] dependsOn)
    {
        var root = Of(parent, dependsOn);
        root.DependsOn = root.DependsOn.Concat(options?.DependsOn ?? new InputList<Resource>());
        return root;
    }
}
