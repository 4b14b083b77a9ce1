using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Versions;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>Objects are of API versions that the cluster serves.</summary>
internal sealed class ServedVersions : IPolicyRule
{
    // kubernetes.io, "Deprecated API Migration Guide": removed in, and what takes its place.
    private static readonly ImmutableSortedDictionary<string, (int Removed, string Instead)> _removed = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, (int, string)>[]
    {
        new("admissionregistration.k8s.io/v1beta1", (22, "admissionregistration.k8s.io/v1")),
        new("apiextensions.k8s.io/v1beta1", (22, "apiextensions.k8s.io/v1")),
        new("apps/v1beta1", (16, "apps/v1")),
        new("apps/v1beta2", (16, "apps/v1")),
        new("autoscaling/v2beta1", (25, "autoscaling/v2")),
        new("autoscaling/v2beta2", (26, "autoscaling/v2")),
        new("batch/v1beta1", (25, "batch/v1")),
        new("certificates.k8s.io/v1beta1", (22, "certificates.k8s.io/v1")),
        new("discovery.k8s.io/v1beta1", (25, "discovery.k8s.io/v1")),
        new("extensions/v1beta1", (22, "apps/v1 or networking.k8s.io/v1")),
        new("flowcontrol.apiserver.k8s.io/v1beta1", (26, "flowcontrol.apiserver.k8s.io/v1")),
        new("flowcontrol.apiserver.k8s.io/v1beta2", (29, "flowcontrol.apiserver.k8s.io/v1")),
        new("flowcontrol.apiserver.k8s.io/v1beta3", (32, "flowcontrol.apiserver.k8s.io/v1")),
        new("networking.k8s.io/v1beta1", (22, "networking.k8s.io/v1")),
        new("node.k8s.io/v1beta1", (25, "node.k8s.io/v1")),
        new("policy/v1beta1", (25, "policy/v1; PodSecurityPolicy has no successor but the namespaces' pod-security labels")),
        new("rbac.authorization.k8s.io/v1beta1", (22, "rbac.authorization.k8s.io/v1")),
        new("scheduling.k8s.io/v1beta1", (22, "scheduling.k8s.io/v1")),
        new("storage.k8s.io/v1beta1", (27, "storage.k8s.io/v1")),
    });

    public RuleDescription About { get; } = new(
        "K8S001",
        PolicySeverity.Error,
        "No object is of an API version that the cluster no longer serves",
        "The update stops with 'no matches for kind', or, after an upgrade of the cluster, nothing can change or delete the object any more.",
        "kubernetes.io, \"Deprecated API Migration Guide\"; kube-score, stable-version");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var version = context.OfType("aws:eks/cluster:Cluster").Select(cluster => cluster["version"].Text).FirstOrDefault(text => text is not null) ?? KubernetesVersions.Default.Version;
        return from subject in context.Subjects
               let one = _removed.GetValueOrDefault(subject.ApiVersion ?? "")
               where one.Instead is not null && KubernetesVersions.AtLeast(version, one.Removed)
               select subject.Finding(subject["apiVersion"], $"Kubernetes 1.{one.Removed.ToString(CultureInfo.InvariantCulture)} removed {subject.ApiVersion}, and the cluster is {version}; use {one.Instead}");
    }
}
