namespace Infra.Core.Serving.Autoscaling;

/// <summary>
/// How fast a model may be scaled, from how long it takes to start: a model that needs minutes mustn't be scaled like one that needs seconds. The longer the start, the longer load has to last, the longer one step has time before the
/// next, and the longer replicas are kept.
/// </summary>
public sealed record ScalingWindows
{
    private ScalingWindows()
    {
    }

    /// <summary>For a horizontal pod autoscaler, whoever makes it: we, KEDA or KServe.</summary>
    public required HpaWindows Hpa { get; init; }

    /// <summary>For KEDA.</summary>
    public required KedaWindows Keda { get; init; }

    /// <summary>For Ray.</summary>
    public required RayWindows Ray { get; init; }

    /// <summary>The windows of one model.</summary>
    /// <param name="budget">How long it takes to start.</param>
    /// <param name="min">Fewest replicas while it serves.</param>
    /// <param name="max">Most replicas, 1 or more.</param>
    /// <param name="kubernetesVersion">Minor version of the cluster, such as 1.35; null where nobody knows it.</param>
    public static ScalingWindows For(ColdStartBudget budget, int min, int max, string? kubernetesVersion)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var start = new ColdStartSeconds(budget);
        var hpa = HpaWindows.For(start, min, max, kubernetesVersion);
        return new ScalingWindows { Hpa = hpa, Keda = KedaWindows.For(start), Ray = RayWindows.For(start, hpa) };
    }
}
