using System.Collections.Immutable;

namespace Infra.Core;

/// <summary>Labels of a namespace by which Kubernetes holds its pods to a Pod Security Standard (kubernetes.io, "Pod Security Admission").</summary>
public static class PodSecurityLabels
{
    /// <summary>Pods that break the level are refused.</summary>
    public const string Enforce = "pod-security.kubernetes.io/enforce";

    /// <summary>Whoever creates a pod that breaks the level is warned.</summary>
    public const string Warn = "pod-security.kubernetes.io/warn";

    /// <summary>The strictest level; everything of ours keeps it, but for the daemon sets that can't.</summary>
    public const string Restricted = "restricted";

    /// <summary>No restriction.</summary>
    public const string Privileged = "privileged";

    /// <summary>Labels of namespaces in which models run, and whatever people start beside them.</summary>
    public static ImmutableSortedDictionary<string, string> OfModels { get; } = ImmutableSortedDictionary<string, string>.Empty.Add(Enforce, Restricted).Add(Warn, Restricted);
}
