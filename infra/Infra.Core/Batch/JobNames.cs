namespace Infra.Core.Batch;

/// <summary>How long the name of a batch or a training may be.</summary>
public static class JobNames
{
    /// <summary>
    /// Longest name. Kubernetes appends 11 of 63 characters to the names of a CronJob's Jobs (kubernetes.io, "CronJob": 52 characters); the role of its pods, which IAM
    /// limits to 64, is called <c>NAME-role-1a2b3c4</c>.
    /// </summary>
    public const int MaxLength = 51;

    /// <summary>Longest name of a training on Ray: KubeRay appends 6 characters for its cluster, of which it takes 53 (ray-project/kuberay, tag v1.7.0, controllers/ray/utils/constant.go).</summary>
    public const int MaxRayLength = 47;
}
