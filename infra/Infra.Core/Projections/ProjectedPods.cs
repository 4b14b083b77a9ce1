using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Nodes;

namespace Infra.Core.Projections;

/// <summary>Pods that an operator makes of a custom resource: what a plan doesn't hold and placement, policy and cost have to know.</summary>
/// <param name="Role">What they are within the resource, e.g. <c>predictor</c>.</param>
/// <param name="Least">Fewest of them.</param>
/// <param name="Most">Most of them.</param>
/// <param name="Spec">Specification of one, with the containers that the operator adds.</param>
public sealed record ProjectedPods(string Role, int Least, int Most, JsonObject Spec)
{
    /// <summary>Most of them while a changed resource takes the place of the old. Default: as many as ever.</summary>
    public int MostAtUpdate { get; init; } = Most;

    /// <summary>Whether the numbers are those of one node, and each node that takes the pods has as many. Default: false.</summary>
    public bool IsPerNode { get; init; }

    /// <summary>Labels of one, as far as the resource says them: those by which budgets and Services find it. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether what makes the pods has the subresource <c>scale</c>, which tells a disruption budget how many there should be. Default: true.</summary>
    public bool HasScale { get; init; } = true;

    /// <summary>Pods that serve together, none without the others. Default: 1.</summary>
    public int PodsPerReplica { get; init; } = 1;

    /// <summary>What one of them requests.</summary>
    public PodRequests Requests => PodRequests.Of(Spec);

    /// <summary>Labels that its node has to have.</summary>
    public ImmutableSortedDictionary<string, string> NodeSelector => (Spec["nodeSelector"] as JsonObject ?? [])
        .ToImmutableSortedDictionary(label => label.Key, label => label.Value!.GetValue<string>(), StringComparer.Ordinal);

    /// <summary>Taints that it tolerates.</summary>
    public ImmutableArray<Toleration> Tolerations =>
    [
        .. (Spec["tolerations"] as JsonArray ?? []).Select(toleration => new Toleration(
            toleration!["key"]?.GetValue<string>() ?? "",
            toleration["effect"] is { } effect ? TaintEffects.FromKubernetes(effect.GetValue<string>()) : null)),
    ];
}
