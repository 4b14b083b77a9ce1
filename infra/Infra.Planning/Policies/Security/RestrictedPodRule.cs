using System.Text.Json.Nodes;
using Infra.Core.Security;
using Infra.Planning.Model;
using Infra.Planning.Policies.Subjects;
using Infra.Planning.Workloads;

namespace Infra.Planning.Policies.Security;

/// <summary>One part of the Pod Security Standard <c>restricted</c>; the fields are judged by <see cref="RestrictedPods"/>, for plans and for the program alike.</summary>
internal abstract class RestrictedPodRule : IPolicyRule
{
    public abstract RuleDescription About { get; }

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from finding in RestrictedPods.Findings(Specification(pod), DeclaredContainers.IsDeclared)
        where IsAbout(finding.Field)
        select IsHidden(pod, finding.Field) ? pod.Owner.NotKnown(pod.Spec) : pod.Owner.Finding(pod.Spec, $"{finding.Field[(finding.Field.IndexOf('.', StringComparison.Ordinal) + 1)..]} is {finding.Found}; allowed: {finding.Allowed}");

    /// <summary>Whether a field is the rule's.</summary>
    /// <param name="field">Its path, e.g. <c>spec.containers[server].securityContext.privileged</c>.</param>
    protected abstract bool IsAbout(string field);

    // With the containers that a runtime lends it, and all of them with names.
    private static JsonObject Specification(PolicyPod pod)
    {
        var spec = pod.Spec.Value is PlanValue.Object { Properties: var properties } ? KnownInputs.Of(properties) : [];
        spec["containers"] = Named(pod.Containers);
        spec["initContainers"] = Named(pod.InitContainers);
        return spec;
    }

    private static JsonArray Named(IEnumerable<PolicyContainer> containers) => new([.. containers.Select(container =>
    {
        var body = container.Body.Value is PlanValue.Object { Properties: var properties } ? KnownInputs.Of(properties) : [];
        body["name"] = container.Name;
        return (JsonNode)body;
    })]);

    // What is missing may be what nobody knows yet.
    private static bool IsHidden(PolicyPod pod, string field)
    {
        var places = pod.AllContainers.Where(container => field.Contains($"[{container.Name}]", StringComparison.Ordinal)).Select(container => container.Body["securityContext"]).Append(pod.Spec["securityContext"]);
        return pod.Spec.IsHidden || places.Any(place => place.IsHidden || (place.Value is PlanValue.Object { Properties: var properties } && PlanValues.Any(properties, value => value is PlanValue.Unknown or PlanValue.Secret)));
    }
}
