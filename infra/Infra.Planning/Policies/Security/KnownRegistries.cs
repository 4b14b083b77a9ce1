using Infra.Core;
using Infra.Core.Security;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Pods get their images from where the plan's own policy says.</summary>
internal sealed class KnownRegistries : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC020",
        PolicySeverity.Error,
        "Images come from where the environment's image policy allows",
        "The cluster's admission policy refuses the pod after the update has begun: the old pods are gone or going, and the new ones never come.",
        "kubernetes.io, \"Validating Admission Policy\"; docs/threat-model.md");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from admission in context.OfType(ComponentTypes.ImageAdmission)
        let policy = new ImagePolicy(admission["sources"].Items.Select(source => source.Text).OfType<string>())
        let namespaces = admission["namespaces"].Items.Select(name => name.Text).ToHashSet()
        where !admission["sources"].IsHidden
        from pod in context.Pods
        where namespaces.Contains(pod.Owner.Namespace)
        from container in pod.AllContainers
        let image = container.Body["image"]
        where !image.IsAbsent
        from verdict in pod.Owner.Judge(image, reference => policy.Problem(reference.Text ?? ""))
        select verdict;
}
