using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>Whether a replaced resource goes before its successor comes: a gap in which there is neither.</summary>
internal static class ReplacementOrder
{
    /// <summary>
    /// What the program says; else what Pulumi's provider for Kubernetes does, where two objects can't have one name (<c>Diff</c> in provider/pkg/provider/provider.go,
    /// 2026-07-01, read 2026-11-22). Of other providers nothing is known.
    /// </summary>
    /// <param name="isMoved">Whether its provider leads elsewhere: nobody asks it then (<c>diff</c> in Pulumi's pkg/resource/deploy/step_generator.go), and the name is free there.</param>
    public static bool DeletesFirst(PlannedResource before, PlannedResource after, bool isMoved) => after.Options.DeleteBeforeReplace
        ?? (!isMoved
            && after.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            && Metadata(before, "name") is { } old
            && old == Metadata(after, "name")
            && Metadata(before, "namespace") == Metadata(after, "namespace"));

    private static string? Metadata(PlannedResource resource, string key) =>
        resource.Inputs.TryGetValue("metadata", out var metadata)
        && metadata is PlanValue.Object { Properties: var properties }
        && properties.TryGetValue(key, out var value)
        && value is PlanValue.String { Value: var text } ? text : null;
}
