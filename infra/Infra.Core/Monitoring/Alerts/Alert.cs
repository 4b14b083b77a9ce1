using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>What the alerts of the platform have in common.</summary>
internal static class Alert
{
    private const string Namespace = "exported_namespace";
    private const string Pod = "exported_pod";

    /// <summary>Labels of a GPU, and of the pod that has it.</summary>
    public static readonly ImmutableArray<string> Gpu = ["node", "gpu", "modelName", Namespace, Pod];

    /// <summary>Labels of a pod.</summary>
    public static readonly Matching OnPod = Matching.On(TargetLabels.Namespace, TargetLabels.Pod);

    /// <summary>Labels of a node.</summary>
    public static readonly Matching OnNode = Matching.On("node");

    /// <summary>Reasons why a container waits that don't pass by themselves: its image can't be had.</summary>
    public const string NoImage = "ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|ImageInspectError|RegistryUnavailable";

    /// <summary>The reason why a container waits that ended too often.</summary>
    public const string CrashLoop = "CrashLoopBackOff";

    /// <summary>
    /// Calls the pod that has a GPU <c>namespace</c> and <c>pod</c>, by which alerts are routed and joined; a GPU that nobody has gets neither.
    /// </summary>
    public static Expression OfItsPod(this Expression gpus) => gpus.WithLabel(Namespace, "(.+)", TargetLabels.Namespace).WithLabel(Pod, "(.+)", TargetLabels.Pod);
}
