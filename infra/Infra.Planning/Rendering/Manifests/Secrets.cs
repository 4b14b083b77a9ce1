using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>Secrets for which nothing can stand in: what a file is called by, and what a tool finds its object or chart by.</summary>
internal static class Secrets
{
    private static readonly string[] _ofObject = ["apiVersion", "kind", "metadata", "metadata.name", "metadata.namespace"];
    private static readonly string[] _ofRelease = ["chart", "name", "namespace", "repositoryOpts", "repositoryOpts.repo", "values", "version"];

    public static IEnumerable<string> WhereNoneCanBe(ManifestKind kind, ValueMap inputs) =>
        (kind == ManifestKind.Object ? _ofObject : _ofRelease).Where(path => At(inputs, path.Split('.')) is PlanValue.Secret);

    private static PlanValue? At(ValueMap values, ReadOnlySpan<string> path)
    {
        var value = values.GetValueOrDefault(path[0]);
        return path.Length == 1 ? value : value is PlanValue.Object { Properties: var below } ? At(below, path[1..]) : null;
    }
}
