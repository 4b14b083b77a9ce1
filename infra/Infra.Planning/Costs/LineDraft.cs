using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs;

/// <summary>A line without its amounts.</summary>
internal sealed record LineDraft(CostKind Kind, string Id, string What)
{
    public string? Pool { get; init; }

    public bool IsEstimate { get; init; }

    public ValueList<string> Notes { get; init; } = [];

    public ValueList<Urn> Resources { get; init; } = [];

    /// <summary>The same of these resources.</summary>
    public LineDraft Of(params IEnumerable<PlannedObject> resources) => this with { Resources = [.. resources.Select(found => found.Resource.Urn)] };
}
