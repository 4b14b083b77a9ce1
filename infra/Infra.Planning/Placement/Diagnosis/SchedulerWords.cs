using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Diagnosis;

/// <summary>What the scheduler would say in the event of a pod that stays Pending.</summary>
internal static class SchedulerWords
{
    /// <summary>How many nodes have which reason, in the scheduler's form (pkg/scheduler/framework/types.go, FitError).</summary>
    public static string Of(Cluster cluster, PodKind kind)
    {
        var reasons = cluster.Nodes.SelectMany(node => cluster.Refuse(kind, node)?.Reason.Split(", ") ?? []).CountBy(reason => reason, StringComparer.Ordinal)
            .Select(reason => $"{reason.Value} {reason.Key}").Order(StringComparer.Ordinal).ToList();
        return $"0/{cluster.Count} nodes are available{(reasons.Count == 0 ? "" : $": {string.Join(", ", reasons)}")}.";
    }
}
