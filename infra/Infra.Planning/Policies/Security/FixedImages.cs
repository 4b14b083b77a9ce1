using Infra.Core.Security;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>An image is the same tomorrow.</summary>
internal sealed class FixedImages : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC019",
        PolicySeverity.Error,
        "Every image has a version that doesn't float",
        "With 'latest', or no tag at all, a restart at night runs another program than the one that was tested, on some of the nodes, and no diff shows it.",
        "kube-score, container-image-tag; kubernetes.io, \"Images\": avoid using the :latest tag; seed S1.8");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        let image = container.Body["image"]
        where !image.IsAbsent
        from verdict in pod.Owner.Judge(image, reference => reference.Text is { } text && ImagePolicy.IsFixed(text) ? null : $"'{image.Text}' floats: its version is neither a tag other than latest nor a digest; name one")
        select verdict;
}
