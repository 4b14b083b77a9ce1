using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>
/// The commands that apply a folder of objects, and then wait for those that a later step needs to be ready, as Pulumi does: an
/// API server knows a custom resource only some moments after its definition, and a webhook answers only from a running pod.
/// </summary>
internal static class KubectlCommands
{
    // Pulumi's own limit, where the program sets none.
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromMinutes(10);

    public static IEnumerable<string> Of(string folder, IReadOnlyCollection<RenderedObject> objects, ClusterAccess cluster, IReadOnlySet<Urn> needed)
    {
        var kubectl = cluster.Kubectl.ToList();
        return objects
            .Where(o => needed.Contains(o.Resource.Urn) && !SkipsAwait(o))
            .Select(o => WaitFor(o, Seconds(o.Resource.Options.CustomTimeouts?.Create ?? _defaultTimeout)))
            .OfType<IEnumerable<string>>()
            .Select(wait => Shell.Command([.. kubectl, .. wait]))
            .Prepend(Shell.Command([.. kubectl, "apply", "--server-side", "-f", $"{folder}/"]));
    }

    /// <summary>The commands that fail where the cluster doesn't know the kind of one of the objects, before the first of them is applied.</summary>
    public static IEnumerable<string> Check(IEnumerable<RenderedObject> objects, ClusterAccess cluster) => objects
        .Select(static o => string.Join('.', ((string[])[o.Kind, .. o.ApiVersion.Split('/').Reverse()])))
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(kind => Shell.Command([.. cluster.Kubectl, "get", kind, "--output", "name"]) + " > /dev/null");

    private static IEnumerable<string>? WaitFor(RenderedObject o, string timeout) => (o.Group, o.Kind) switch
    {
        ("apiextensions.k8s.io", CustomDefinition.Kind) => ["wait", "--for=condition=Established", timeout, $"crd/{o.Name}"],
        ("apps", "Deployment" or "StatefulSet" or "DaemonSet") => ["rollout", "status", timeout, .. InNamespace(o), $"{o.Kind.ToLowerInvariant()}/{o.Name}"],
        ("batch", "Job") => ["wait", "--for=condition=Complete", timeout, .. InNamespace(o), $"job/{o.Name}"],
        ("apiregistration.k8s.io", "APIService") => ["wait", "--for=condition=Available", timeout, $"apiservice/{o.Name}"],
        _ => null,
    };

    private static IEnumerable<string> InNamespace(RenderedObject o) => o.Namespace.Length == 0 ? [] : ["-n", o.Namespace];

    private static bool SkipsAwait(RenderedObject o) =>
        o.Values.GetValueOrDefault("metadata") is PlanValue.Object { Properties: var metadata }
        && metadata.GetValueOrDefault("annotations") is PlanValue.Object { Properties: var annotations }
        && annotations.GetValueOrDefault("pulumi.com/skipAwait") is PlanValue.String { Value: "true" };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"--timeout={(long)Math.Ceiling(time.TotalSeconds)}s");
}
