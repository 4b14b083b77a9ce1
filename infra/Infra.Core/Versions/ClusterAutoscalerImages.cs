using System.Collections.Immutable;

namespace Infra.Core.Versions;

/// <summary>
/// Images of Cluster Autoscaler. Its minor version has to be the cluster's, because it runs the scheduler's code of that
/// version in its simulation (kubernetes/autoscaler, cluster-autoscaler/README.md, "Releases").
/// </summary>
public static class ClusterAutoscalerImages
{
    private const string Repository = "registry.k8s.io/autoscaling/cluster-autoscaler";

    /// <summary>The newest patch release of each minor version that EKS and the project know.</summary>
    private static readonly ImmutableSortedDictionary<string, ImagePin> _byMinor = new[]
    {
        Released("1.33.6"),
        Released("1.34.5"),
        Released("1.35.2"),
        Released("1.36.1"),
    }.ToImmutableSortedDictionary(image => image.Tag[1..image.Tag.LastIndexOf('.')], image => image, StringComparer.Ordinal);

    /// <summary>Kubernetes versions for which there is an image.</summary>
    public static IEnumerable<string> Versions => _byMinor.Keys;

    /// <summary>Every one.</summary>
    public static IEnumerable<ImagePin> All => _byMinor.Values;

    /// <summary>The image for a cluster of this version, such as <c>1.35</c>; null where none was read.</summary>
    public static ImagePin? For(string kubernetesVersion) => _byMinor.GetValueOrDefault(kubernetesVersion);

    private static ImagePin Released(string version) =>
        new(Repository, $"v{version}", $"github.com/kubernetes/autoscaler, tag cluster-autoscaler-{version}", "2026-07-22");
}
