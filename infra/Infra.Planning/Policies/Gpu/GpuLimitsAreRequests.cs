using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Extended resources can't be overcommitted.</summary>
internal sealed class GpuLimitsAreRequests : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU003",
        PolicySeverity.Error,
        "The GPUs that a container requests are its limit",
        "The API server refuses the pod: GPUs are asked for in limits, and a request beside them has to be equal.",
        "kubernetes.io, \"Schedule GPUs\", \"Using device plugins\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        from request in container.Body["resources", "requests"].Entries
        where AcceleratorResources.Has(request.Key)
        let limit = container.Body["resources", "limits"][request.Key]
        from verdict in limit.IsHidden ? [pod.Owner.NotKnown(limit)] : pod.Owner.Judge(request.Value, asked => Problem(request.Key, asked, limit))
        select verdict;

    private static string? Problem(string resource, Field request, Field limit) =>
        limit.IsAbsent ? $"requests {request.Text} {resource} without a limit; set the limit {request.Text}"
        : limit.Text != request.Text ? $"requests {request.Text} {resource} and limits {limit.Text}; they have to be equal"
        : null;
}
