namespace Infra.Core.Batch;

/// <summary>How long the name of a batch or a training may be.</summary>
public static class JobNames
{
    /// <summary>
    /// Longest name. Kubernetes appends 11 of 63 characters to the names of a CronJob's Jobs (kubernetes.io, "CronJob": 52 characters); the role of its pods, which IAM
    /// limits to 64, is called <c>NAME-role-1a2b3c4</c>.
    /// </summary>
    public const int MaxLength = 51;
}
