using Infra.Components.Shared;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace Infra.Components.Helm;

/// <summary>The children of a component that is one chart whose pods need nothing of their node: a namespace of its own at the level restricted, and the release in it.</summary>
internal static class RestrictedRelease
{
    /// <summary>Declares them.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="name">Name of the component; those of the children start with it.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="namespaceName">Name of the namespace.</param>
    /// <param name="values">Values of the chart.</param>
    /// <param name="options">Options of the component.</param>
    /// <returns>Name of the namespace, for what comes into it.</returns>
    public static Output<string> Create(
        ComponentResource parent, string name, ChartPin chart, string namespaceName, Dictionary<string, object> values, ComponentResourceOptions? options)
    {
        var own = RestrictedNamespace.Create($"{name}-namespace", namespaceName, Children.Root(parent, options));
        var created = own.Metadata.Apply(metadata => metadata.Name);
        _ = new Release($"{name}-release", HelmReleases.Of(chart, created, values), Children.Root(parent, options));
        return created;
    }
}
