using System.Collections.Immutable;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>Custom resources are of groups and versions that their projects still serve.</summary>
internal sealed class LivingDefinitions : IPolicyRule
{
    private static readonly ImmutableSortedDictionary<string, string> _retired = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
    {
        new("cert-manager.io/v1alpha2", "cert-manager removed it in 1.6; use cert-manager.io/v1"),
        new("inference.networking.x-k8s.io/v1alpha2", "the Gateway API Inference Extension serves inference.networking.k8s.io/v1"),
        new("karpenter.k8s.aws/v1beta1", "Karpenter removed it in 1.1; use karpenter.k8s.aws/v1"),
        new("karpenter.sh/v1alpha5", "Karpenter's Provisioner is gone; use a NodePool of karpenter.sh/v1"),
        new("karpenter.sh/v1beta1", "Karpenter removed it in 1.1; use karpenter.sh/v1"),
        new("ray.io/v1alpha1", "KubeRay serves ray.io/v1, and removes v1alpha1"),
        new("serving.kubeflow.org/v1alpha2", "KFServing is KServe since 2021; use serving.kserve.io/v1beta1, whose predictor stands in spec.predictor"),
        new("serving.kubeflow.org/v1beta1", "KFServing is KServe since 2021; use serving.kserve.io/v1beta1"),
    });

    public RuleDescription About { get; } = new(
        "K8S002",
        PolicySeverity.Error,
        "No custom resource is of a group or version that its project has left",
        "No controller looks at the object, or the API server has no such kind: an article of 2020 applied today makes nothing at all.",
        "seed S1.6 (fix); ray-project/kuberay v1.7.0; Karpenter 1.1 upgrade guide");

    public IEnumerable<Verdict> Check(PolicyContext context) => Objects(context).Concat(Roles(context));

    private static IEnumerable<Verdict> Objects(PolicyContext context) =>
        from subject in context.Subjects
        let instead = _retired.GetValueOrDefault(subject.ApiVersion ?? "")
        where instead is not null
        select subject.Finding(subject["apiVersion"], $"{subject.ApiVersion}: {instead}");

    // A role over a group that nobody serves allows nothing.
    private static IEnumerable<Verdict> Roles(PolicyContext context) =>
        from role in context.OfKind("Role", "ClusterRole")
        from rule in role["rules"].Items
        from name in rule["apiGroups"].Items
        where name.Text == "serving.kubeflow.org"
        select role.Finding(name, "serving.kubeflow.org: KFServing is KServe since 2021; name serving.kserve.io");
}
