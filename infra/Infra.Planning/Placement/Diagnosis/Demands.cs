using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Placement.Scheduling.Filters;

namespace Infra.Planning.Placement.Diagnosis;

/// <summary>All that a kind of pods demands of its node, piece by piece, so that each can be taken away to see whether a node then takes the pods.</summary>
internal static class Demands
{
    /// <summary>The demands, those that are most often the trouble first.</summary>
    /// <param name="kind">The pods.</param>
    /// <param name="cluster">Their cluster.</param>
    /// <param name="taints">Taints of nodes.</param>
    public static ImmutableArray<Demand> Of(PodKind kind, Cluster cluster, IEnumerable<Taint> taints)
    {
        var spec = kind.Spec;
        // Who wants none of its like is also what these want none of: one rule, not two.
        var own = kind.AvoidedBy.Intersect(kind.Counted).ToList();
        return
        [
            .. Enumerable.Range(0, kind.Requests.Length).Where(i => kind.Requests[i] > 0 && cluster.Resources[i] != ResourceNames.Pods)
                .OrderBy(i => ResourceNames.IsOrdinary(cluster.Resources[i])).ThenBy(i => i).Select(i => Resource(cluster.Resources[i], i, kind.Requests[i])),
            .. spec.NodeSelector.Select(label => Node($"{label.Key}={label.Value}", pod => pod with { NodeSelector = pod.NodeSelector.Remove(label.Key) })),
            .. Terms(spec),
            .. taints.Distinct().Where(taint => taint.Effect != TaintEffect.PreferNoSchedule && !spec.Tolerations.Any(toleration => toleration.Tolerates(taint))).Select(Toleration),
            .. spec.NodeName is { } name ? [Of(nameof(NodeName), $"the node {name}", pod => pod with { NodeName = null })] : Array.Empty<Demand>(),
            .. spec.HostPorts.Select(port => Of(nameof(NodePorts), $"{port}", pod => pod with { HostPorts = pod.HostPorts.Remove(port) })),
            .. spec.Volumes.Select(volume => Of(nameof(VolumeBinding), $"{volume}", pod => pod with { Volumes = pod.Volumes.Remove(volume) })),
            .. kind.Spread.Select(count => new Demand(
                new PodDemand(nameof(PodTopologySpread), Words(count.Constraint)), pods => pods.Watching(spread: [.. pods.Spread.Where(one => one != count)]))),
            .. spec.Affinity.IsEmpty ? Array.Empty<Demand>() : [new Demand(new PodDemand(nameof(InterPodAffinity), $"other pods near: {string.Join(", ", spec.Affinity)}"), pods => pods.Watching(wanted: []))],
            .. kind.Avoided.Zip(spec.AntiAffinity, (count, term) => new Demand(
                new PodDemand(nameof(InterPodAffinity), $"no pods near: {term}"),
                pods => pods.Watching(avoided: [.. pods.Avoided.Where(one => one != count)], avoidedBy: term.Matches(spec) ? [.. pods.AvoidedBy.Except(own)] : null))),
            .. kind.AvoidedBy.Except(own).Any()
                ? [new Demand(new PodDemand(nameof(InterPodAffinity), "a place beside pods that want none like it"), pods => pods.Watching(avoidedBy: [.. pods.AvoidedBy.Intersect(own)]))]
                : Array.Empty<Demand>(),
        ];
    }

    private static IEnumerable<Demand> Terms(PodSpec spec) => spec.NodeTerms switch
    {
        null => [],
        [var only] => only.Labels.Concat(only.Fields).Select(requirement => Node(
            $"{requirement}", pod => pod with { NodeTerms = [.. pod.NodeTerms!.Value.Select(term => Keep(term, requirement))] })),
        var choices => [Node(string.Join(" or ", choices.Value), pod => pod with { NodeTerms = null })],
    };

    // A term without anything would match no node.
    private static NodeTerm Keep(NodeTerm term, LabelRequirement without)
    {
        var (labels, fields) = (term.Labels.Remove(without), term.Fields.Remove(without));
        return labels.IsEmpty && fields.IsEmpty ? term with { Labels = [new LabelRequirement(NodeLabels.Hostname, "Exists", [])], Fields = [] } : new NodeTerm(labels, fields);
    }

    private static Demand Resource(string name, int number, long amount) => new(
        new PodDemand(nameof(NodeResourcesFit), $"{name}: {Amount.Of(name, amount)}"), pods => pods.Requesting([.. pods.Requests.Select((request, i) => i == number ? 0 : request)]), name);

    private static Demand Toleration(Taint taint) => Of(
        nameof(TaintToleration),
        $"no taint {taint.Key}{(taint.Value.Length == 0 ? "" : $"={taint.Value}")}:{taint.Effect.ToKubernetes()}",
        pod => pod with { Tolerations = [.. pod.Tolerations, new PodToleration(taint.Key, "Exists", "", taint.Effect)] });

    private static string Words(SpreadConstraint constraint) =>
        $"at most {constraint.MaxSkew} more in one {constraint.TopologyKey} than in another{(constraint.MinDomains > 1 ? $", of which there are {constraint.MinDomains} at least" : "")}";

    private static Demand Node(string words, Func<PodSpec, PodSpec> without) => Of(nameof(NodeAffinity), words, without);

    private static Demand Of(string filter, string words, Func<PodSpec, PodSpec> without) => new(new PodDemand(filter, words), pods => pods.Like(without(pods.Spec)));
}
