using Infra.Core.Versions;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// <c>behavior</c> of a horizontal pod autoscaler (autoscaling/v2); KEDA and KServe take the same. Bounds: kubernetes/kubernetes, staging/src/k8s.io/api/autoscaling/v2/types.go and pkg/apis/autoscaling/validation.
/// </summary>
public sealed record HpaWindows
{
    /// <summary>What scaling up adds to the replicas that are there, in percent, within one period.</summary>
    public const int DoublingPercent = 100;

    /// <summary>What scaling down takes of the replicas that are there, in percent, within one period.</summary>
    public const int HalvingPercent = 50;

    private const int LongestWindow = 3600;
    private const int LongestPeriod = 1800;
    private const int ShortestPeriod = 15;
    private const int LongestWait = 300;
    private const int DefaultDownWindow = 300;
    private const decimal DefaultTolerance = 0.1m;

    private HpaWindows()
    {
    }

    /// <summary>How long load has to last before replicas are added.</summary>
    public required ScalingFigure UpWindow { get; init; }

    /// <summary>The time within which replicas at most double: as long as a step needs to be ready.</summary>
    public required ScalingFigure UpPeriod { get; init; }

    /// <summary>Replicas that a step may add even where that is more than doubling.</summary>
    public required ScalingFigure UpPods { get; init; }

    /// <summary>By what share the metric may be over its target before replicas are added; null for Kubernetes' own value.</summary>
    public required ScalingFigure? UpTolerance { get; init; }

    /// <summary>How long load has to be gone before replicas are taken away.</summary>
    public required ScalingFigure DownWindow { get; init; }

    /// <summary>The time within which replicas at most halve.</summary>
    public required ScalingFigure DownPeriod { get; init; }

    /// <summary>Replicas that a step may take away even where that is more than half.</summary>
    public required ScalingFigure DownPods { get; init; }

    /// <summary>All numbers, in the order of the API.</summary>
    public IEnumerable<ScalingFigure> Figures =>
        ((ScalingFigure?[])[UpWindow, UpPeriod, UpPods, UpTolerance, DownWindow, DownPeriod, DownPods]).OfType<ScalingFigure>();

    internal static HpaWindows For(ColdStartSeconds start, int min, int max, string? kubernetesVersion)
    {
        const string periods = "1 to 1800 s";
        return new HpaWindows
        {
            // Load that is gone before a replica could help is no reason to pay for a GPU; but nobody waits longer than this.
            UpWindow = new(
                "behavior.scaleUp.stabilizationWindowSeconds", Math.Clamp(start.WarmEstimate, 0, LongestWait), "s",
                $"estimated warm start {start.WarmEstimate} s, at most {LongestWait} s", "0 to 3600 s, 0 by default"),
            // The next doubling starts when the replicas of the last one serve: until then the backlog that they will take away still counts.
            UpPeriod = new(
                "behavior.scaleUp.policies[].periodSeconds", Math.Clamp(start.TotalBudget, ShortestPeriod, LongestPeriod), "s",
                $"cold-start budget {start.TotalBudget} s, so that one step is ready before the next", $"{periods}, of which less than {ShortestPeriod} s are never seen"),
            UpPods = new(
                "behavior.scaleUp.policies[type=Pods].value", Math.Max(1, min), "pods",
                $"minimum {min}, at least 1: from 0 the minimum is one step; else replicas double ({DoublingPercent} %)", "1 or more"),
            UpTolerance = Tolerance(max, kubernetesVersion),
            // What is taken away too early costs a cold start.
            DownWindow = new(
                "behavior.scaleDown.stabilizationWindowSeconds", Math.Clamp(start.TotalBudget, DefaultDownWindow, LongestWindow), "s",
                $"cold-start budget {start.TotalBudget} s, at least {DefaultDownWindow} s", "0 to 3600 s, 300 s by default"),
            DownPeriod = new(
                "behavior.scaleDown.policies[].periodSeconds", Math.Clamp(start.TotalBudget, ShortestPeriod, LongestPeriod), "s",
                $"cold-start budget {start.TotalBudget} s, so that a step could have been taken back before the next", $"{periods}, of which less than {ShortestPeriod} s are never seen"),
            DownPods = new(
                "behavior.scaleDown.policies[type=Pods].value", 1, "pods", $"one, because half ({HalvingPercent} %) of one is none", "1 or more"),
        };
    }

    // With many replicas a tenth of the target is several replicas' work (KEP-4951). Beta, and on, since Kubernetes 1.35; before, the API server drops the field.
    private static ScalingFigure? Tolerance(int max, string? kubernetesVersion)
    {
        var half = decimal.Round(0.5m / max, 3);
        return KubernetesVersions.AtLeast(kubernetesVersion, 35) && half < DefaultTolerance
            ? new ScalingFigure("behavior.scaleUp.tolerance", half, "", $"half of one replica's share at {max} replicas", "0 or more, 0.1 by default; Kubernetes 1.35 or later")
            : null;
    }
}
