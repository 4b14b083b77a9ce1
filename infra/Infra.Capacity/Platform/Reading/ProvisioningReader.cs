using System.Text.Json.Nodes;
using Infra.Capacity.Control;
using Infra.Core;
using Infra.Core.Units;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Platform.Reading;

/// <summary>How fast nodes come and go: flags of Cluster Autoscaler, as its chart gets them, or what Karpenter does. Defaults of flags: kubernetes/autoscaler, cluster-autoscaler/FAQ.md at 55c37cd5.</summary>
internal static class ProvisioningReader
{
    private const long Second = 1_000_000;

    // --max-scale-down-parallelism, which --max-empty-bulk-delete gave way to.
    private const int MostEmpty = 10;

    /// <summary>Karpenter gathers pods for at most ten seconds (karpenter.sh v1.14, "Settings", BATCH_MAX_DURATION), and our pools take away one node at a time (disruption budgets).</summary>
    private static readonly NodeProvisionerSettings _karpenter = new() { ScanMicros = 10 * Second, IdleMicros = 0, DelayAfterAddMicros = 0, MostRemovals = 1 };

    public static NodeProvisionerSettings Of(PlannedObjects objects)
    {
        // Node groups without an autoscaler in the plan are those of a cluster that has one already.
        if (objects.OfType(ComponentTypes.KarpenterNodePool).Concat(objects.OfType(ComponentTypes.EksAutoModeNodes)).Any())
        {
            return _karpenter;
        }

        var flags = objects.OfType("kubernetes:helm.sh/v3:Release").Where(release => release.Owner == ComponentTypes.ClusterAutoscaler).Select(release => release.Inputs["values"]?["extraArgs"]).FirstOrDefault();
        return new NodeProvisionerSettings
        {
            ScanMicros = Flag(flags, "scan-interval", 10),
            IdleMicros = Flag(flags, "scale-down-unneeded-time", 600),
            DelayAfterAddMicros = Flag(flags, "scale-down-delay-after-add", 600),
            MostRemovals = flags?["max-scale-down-parallelism"].Integer() ?? MostEmpty,
        };
    }

    private static long Flag(JsonNode? flags, string name, long seconds) =>
        GoDuration.TryParse((string?)flags?[name] ?? "", out var duration) ? JsonNumbers.Micros(duration.ToTimeSpan()) : seconds * Second;
}
