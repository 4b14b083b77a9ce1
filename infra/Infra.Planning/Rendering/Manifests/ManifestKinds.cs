using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

internal static class ManifestKinds
{
    private const string Kubernetes = "kubernetes:";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    public static ManifestKind Of(PlannedResource resource) => resource switch
    {
        { Kind: not ResourceKind.Custom } => ManifestKind.None,
        { ReadId: not null } => ManifestKind.Read,
        { Type: Release } => ManifestKind.Release,
        _ when !resource.Type.StartsWith(Kubernetes, StringComparison.Ordinal) => ManifestKind.Other,
        _ when IsPatch(resource) => ManifestKind.Patch,
        _ => ManifestKind.Object,
    };

    /// <summary>Pulumi's type is called <c>ConfigMapPatch</c>, and what it sends to the cluster a <c>ConfigMap</c>.</summary>
    private static bool IsPatch(PlannedResource resource) =>
        resource.Inputs.GetValueOrDefault("kind") is PlanValue.String { Value: var kind } && resource.Type.EndsWith($":{kind}Patch", StringComparison.Ordinal);
}
