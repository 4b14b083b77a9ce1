using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Pods of work that ends (kubernetes.io, "Jobs", "CronJob"; keda.sh, "ScaledJob specification"). When it is done there are none.</summary>
public static class JobProjection
{
    // The defaults of the APIs.
    private const int DefaultParallelism = 1;
    private const int DefaultMaxJobs = 100;

    /// <summary>The pods of a <c>Job</c>.</summary>
    /// <param name="job">Its inputs.</param>
    public static ProjectedPods Of(JsonObject job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Pods((JsonObject)job["spec"]!, 1);
    }

    /// <summary>The pods of one run of a <c>CronJob</c>; where it allows several at a time there is no most.</summary>
    /// <param name="job">Its inputs.</param>
    public static ProjectedPods OfCronJob(JsonObject job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Pods((JsonObject)job["spec"]!["jobTemplate"]!["spec"]!, 1);
    }

    /// <summary>The pods of all Jobs that KEDA makes of a <c>ScaledJob</c> at a time.</summary>
    /// <param name="job">Its inputs.</param>
    public static ProjectedPods OfScaledJob(JsonObject job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var spec = job["spec"]!;
        return Pods((JsonObject)spec["jobTargetRef"]!, spec["maxReplicaCount"] is { } most ? PodParts.Number(most) : DefaultMaxJobs);
    }

    private static ProjectedPods Pods(JsonObject job, int jobs)
    {
        var atATime = job["parallelism"] is { } parallelism ? PodParts.Number(parallelism) : DefaultParallelism;
        var completions = job["completions"] is { } all ? PodParts.Number(all) : atATime;
        return new ProjectedPods("pod", 0, Math.Min(atATime, completions) * jobs, (JsonObject)job["template"]!["spec"]!.DeepClone()) { Labels = PodParts.Labels(job["template"]!["metadata"]) };
    }
}
