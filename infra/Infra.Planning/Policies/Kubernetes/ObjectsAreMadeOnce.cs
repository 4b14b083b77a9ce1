using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>An object has one owner.</summary>
internal sealed class ObjectsAreMadeOnce : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "K8S009",
        PolicySeverity.Error,
        "No two resources make the same object",
        "Each update of one undoes the other's, and deleting one deletes the object of both.",
        "pulumi.com, Kubernetes provider, \"Server-Side Apply\", field manager conflicts");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from same in context.Subjects
            .Where(subject => subject.Kind is not null && !subject["metadata", "name"].IsAbsent && !subject["metadata", "name"].IsHidden && !subject["metadata", "namespace"].IsHidden)
            .GroupBy(subject => (subject.Resource.Provider, subject.Group, subject.Kind, subject.Namespace, subject.Name))
        where same.Count() > 1
        from second in same.Skip(1)
        select second.Finding($"is made by {(same.First().AsResource.Location ?? $"the resource {same.First().Resource.Name}")} already; keep one");
}
