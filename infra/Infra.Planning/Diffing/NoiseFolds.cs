using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Which changes say nothing that another one doesn't say better.</summary>
internal static class NoiseFolds
{
    // Both are recommended labels that repeat what the image or the chart says: https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ and
    // https://helm.sh/docs/chart_best_practices/labels/, read 2026-11-22.
    private static readonly string[] _versions = ["app.kubernetes.io/version", "helm.sh/chart"];

    /// <returns>The fold; <see cref="Fold.None"/> for what a reader should see.</returns>
    public static Fold Of(PropertyChange change)
    {
        if (change.Fold != Fold.None || change.Path.Steps is not [.., { Key: "labels" or "annotations" }, { Key: { } key }])
        {
            return change.Fold;
        }
        return _versions.Contains(key, StringComparer.Ordinal) ? Fold.VersionLabel
            : IsChecksum(key) ? Fold.Checksum
            : Fold.None;
    }

    private static bool IsChecksum(string key) =>
        key.StartsWith("checksum/", StringComparison.Ordinal) || key.EndsWith("-checksum", StringComparison.Ordinal) || key.EndsWith("/checksum", StringComparison.Ordinal);
}
