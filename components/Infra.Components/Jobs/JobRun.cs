using System.Collections.Immutable;

namespace Infra.Components.Jobs;

/// <summary>What tells one run of a job from the next.</summary>
internal static class JobRun
{
    private const string RunAnnotation = "gpu-inference/run";

    /// <summary>Annotations of the pods: another run has others.</summary>
    /// <param name="run">Which run; null for the only one.</param>
    public static ImmutableSortedDictionary<string, string> Annotations(string? run)
    {
        var annotations = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return run is null ? annotations : annotations.Add(RunAnnotation, run);
    }
}
