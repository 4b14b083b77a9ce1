using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Nodes;
using Infra.Core.Projections;

namespace Infra.Planning.Resilience;

/// <summary>What a pod's specification says of its nodes and of its neighbours. Only what binds the scheduler proves something; wishes are known to be there.</summary>
internal sealed class PodRules(ProjectedPods pods)
{
    /// <summary>Labels of nodes, each map a choice with the values that a label may have; none for any node.</summary>
    public ImmutableArray<IReadOnlyDictionary<string, string[]>> Selectors
    {
        get
        {
            var everywhere = pods.NodeSelector.ToDictionary(label => label.Key, label => new[] { label.Value }, StringComparer.Ordinal);
            var terms = pods.Spec["affinity"]?["nodeAffinity"]?["requiredDuringSchedulingIgnoredDuringExecution"]?["nodeSelectorTerms"] as JsonArray ?? [];
            return terms.Count == 0
                ? everywhere.Count == 0 ? [] : [everywhere]
                : [.. terms.Select(term => Term(term!, everywhere))];
        }
    }

    /// <summary>Whether something keeps the pods apart, if only as a wish.</summary>
    public bool IsSpread => Constraints.Any() || AntiAffinities("required").Any() || AntiAffinities("preferred").Any();

    /// <summary>Most pods that one zone may have while another has none; null where nothing binds.</summary>
    public int? MostInOneZone => Most(NodeLabels.Zone);

    /// <summary>Most pods that one node may have; null where nothing binds.</summary>
    public int? MostOnOneNode => Most(NodeLabels.Hostname);

    private IEnumerable<JsonNode> Constraints => (pods.Spec["topologySpreadConstraints"] as JsonArray ?? []).Select(constraint => constraint!);

    // Without minDomains one zone is enough to be even: the scheduler knows only zones that have a node (kubernetes.io, "Pod Topology Spread Constraints").
    private int? Most(string topology)
    {
        var limits = Constraints
            .Where(constraint => (string?)constraint["topologyKey"] == topology && (string?)constraint["whenUnsatisfiable"] == "DoNotSchedule" && Selects(constraint)
                && constraint["minDomains"] is { } domains && (double)domains >= 2)
            .Select(constraint => (int)(double)constraint["maxSkew"]!)
            .Concat(AntiAffinities("required").Where(term => (string?)term["topologyKey"] == topology && Selects(term)).Select(_ => 1));
        return limits.Select(limit => (int?)limit).Min();
    }

    private IEnumerable<JsonNode> AntiAffinities(string kind) =>
        (pods.Spec["affinity"]?["podAntiAffinity"]?[$"{kind}DuringSchedulingIgnoredDuringExecution"] as JsonArray ?? []).Select(term => term!["podAffinityTerm"] ?? term);

    private bool Selects(JsonNode rule) =>
        PlannedBudget.Matches(rule["labelSelector"], pods.Labels);

    private static Dictionary<string, string[]> Term(JsonNode term, Dictionary<string, string[]> everywhere)
    {
        var labels = new Dictionary<string, string[]>(everywhere, StringComparer.Ordinal);
        foreach (var expression in (term["matchExpressions"] as JsonArray ?? []).Where(expression => (string?)expression!["operator"] == "In"))
        {
            labels[(string)expression!["key"]!] = [.. expression["values"]!.AsArray().Select(value => (string)value!)];
        }

        return labels;
    }
}
