using System.Collections.Immutable;

namespace Infra.Components.Shared;

/// <summary>Recommended Kubernetes labels (kubernetes.io, "Recommended Labels").</summary>
public static class ManagedBy
{
    /// <summary>Label that names the instance, such as a model.</summary>
    public const string InstanceLabel = "app.kubernetes.io/instance";

    /// <summary>
    /// Labels that identify the pods of one instance; immutable in a Deployment's selector. So the software's name isn't
    /// among them: another runtime for the same model would replace the Deployment instead of updating it.
    /// </summary>
    public static ImmutableDictionary<string, string> Selector(string instance, string component) =>
        Instance(instance).Add("app.kubernetes.io/component", component);

    /// <summary>Labels that identify all pods of one instance, of whatever component.</summary>
    public static ImmutableDictionary<string, string> Instance(string instance) => ImmutableDictionary<string, string>.Empty.Add(InstanceLabel, instance);

    /// <summary>Labels of every object that we own.</summary>
    public static ImmutableDictionary<string, string> Owned { get; } = ImmutableDictionary<string, string>.Empty
        .Add("app.kubernetes.io/part-of", "gpu-inference")
        .Add("app.kubernetes.io/managed-by", "pulumi");

    /// <summary>All labels of an object.</summary>
    public static ImmutableDictionary<string, string> Labels(string name, string instance, string component) =>
        Owned.AddRange(Selector(instance, component)).Add("app.kubernetes.io/name", name);
}
