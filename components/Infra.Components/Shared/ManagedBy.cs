using System.Collections.Immutable;

namespace Infra.Components.Shared;

/// <summary>Recommended Kubernetes labels (kubernetes.io, "Recommended Labels").</summary>
internal static class ManagedBy
{
    private const string Name = "app.kubernetes.io/name";
    private const string Instance = "app.kubernetes.io/instance";

    /// <summary>Labels that identify the pods of one instance; immutable in a Deployment's selector.</summary>
    public static ImmutableDictionary<string, string> Selector(string name, string instance) =>
        ImmutableDictionary<string, string>.Empty.Add(Name, name).Add(Instance, instance);

    /// <summary>All labels of an object.</summary>
    public static ImmutableDictionary<string, string> Labels(string name, string instance, string component) =>
        Selector(name, instance)
            .Add("app.kubernetes.io/component", component)
            .Add("app.kubernetes.io/part-of", "gpu-inference")
            .Add("app.kubernetes.io/managed-by", "pulumi");
}
