using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Nodes;
using Infra.Core.Projections;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Reading;

/// <summary>What the scheduler reads of a pod's manifest.</summary>
internal sealed class PodReader(ClusterFacts facts)
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    /// <summary>The pods of a workload.</summary>
    /// <param name="name">Name of the kind of pods.</param>
    /// <param name="namespaceName">Their namespace; null for the default one.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="pod">Their specification.</param>
    public PodSpec Read(string name, string? namespaceName, ImmutableSortedDictionary<string, string> labels, JsonObject pod)
    {
        var affinity = pod["affinity"];
        var space = namespaceName ?? "default";
        return new PodSpec
        {
            Name = name,
            Namespace = space,
            NamespaceLabels = facts.NamespaceLabels(space),
            Labels = labels,
            Requests = Requests(PodRequests.Of(pod)),
            NodeSelector = (pod["nodeSelector"] as JsonObject ?? []).ToImmutableSortedDictionary(label => label.Key, label => $"{label.Value}", StringComparer.Ordinal),
            NodeTerms = affinity?["nodeAffinity"]?[Required]?["nodeSelectorTerms"] is JsonArray terms ? [.. terms.Select(term => Selectors.NodeTerm(term!))] : null,
            PreferredNodes = [.. Items(affinity?["nodeAffinity"]?[Preferred]).Select(preferred => ((int)(double)preferred["weight"]!, Selectors.NodeTerm(preferred["preference"]!)))],
            Tolerations = [.. Items(pod["tolerations"]).Select(Toleration)],
            Affinity = [.. Items(affinity?["podAffinity"]?[Required]).Select(term => Term(term, space, labels))],
            AntiAffinity = [.. Items(affinity?["podAntiAffinity"]?[Required]).Select(term => Term(term, space, labels))],
            Spread = [.. Items(pod["topologySpreadConstraints"]).Where(Binds).Select(constraint => Spread(constraint, labels))],
            SoftSpread = SoftSpread(pod, space, labels),
            HostPorts = HostPorts(pod),
            Volumes = [.. Items(pod["volumes"]).Select(volume => facts.Volume(space, volume)).OfType<PodVolume>()],
            NodeName = (string?)pod["nodeName"],
            Priority = facts.Priority(pod),
        };
    }

    /// <summary>Requests by resource.</summary>
    public static ImmutableSortedDictionary<string, long> Requests(PodRequests requests) => requests.Devices
        .SetItem(ResourceNames.Cpu, requests.Cpu.Millicores)
        .SetItem(ResourceNames.Memory, requests.Memory.Bytes)
        .SetItem(ResourceNames.Disk, requests.Disk.Bytes)
        .Where(request => request.Value > 0)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static bool Binds(JsonNode constraint) => (string?)constraint["whenUnsatisfiable"] is null or "DoNotSchedule";

    private static PodToleration Toleration(JsonNode toleration) => new(
        (string?)toleration["key"] ?? "",
        (string?)toleration["operator"] ?? "Equal",
        $"{toleration["value"]}",
        (string?)toleration["effect"] is { } effect ? TaintEffects.FromKubernetes(effect) : null);

    // Without names and without a selector the pod's own namespace is meant (kubernetes.io, "Assigning Pods to Nodes", namespace selector).
    private static AffinityTerm Term(JsonNode term, string space, ImmutableSortedDictionary<string, string> labels)
    {
        var names = Items(term["namespaces"]).Select(name => (string)name!).ToImmutableArray();
        var selector = Selectors.Labels(term["namespaceSelector"]);
        return new AffinityTerm(
            Selectors.WithKeys(Selectors.Labels(term["labelSelector"]), term, labels), names.IsEmpty && selector is null ? [space] : names, selector, (string)term["topologyKey"]!);
    }

    // A selector that is missing selects no pod (apimachinery, LabelSelectorAsSelector).
    private static SpreadConstraint Spread(JsonNode constraint, ImmutableSortedDictionary<string, string> labels) => new(
        (int)(double)constraint["maxSkew"]!,
        (string)constraint["topologyKey"]!,
        Selectors.WithKeys(Selectors.Labels(constraint["labelSelector"]), constraint, labels) ?? new LabelSelector([new LabelRequirement("", "In", [])]),
        constraint["minDomains"] is { } domains ? (int)(double)domains : 1,
        (string?)constraint["nodeAffinityPolicy"] is null or "Honor",
        (string?)constraint["nodeTaintsPolicy"] == "Honor");

    private static ImmutableArray<string> SoftSpread(JsonObject pod, string space, ImmutableSortedDictionary<string, string> labels) =>
    [
        .. Items(pod["topologySpreadConstraints"]).Where(constraint => !Binds(constraint) && (Selectors.Labels(constraint["labelSelector"])?.Matches(labels) ?? false)).Select(constraint => (string)constraint["topologyKey"]!)
            .Concat(Items(pod["affinity"]?["podAntiAffinity"]?[Preferred]).Select(preferred => Term(preferred["podAffinityTerm"]!, space, labels))
                .Where(term => term.Selector?.Matches(labels) ?? false).Select(term => term.TopologyKey))
            .Distinct(StringComparer.Ordinal),
    ];

    // On the node's network every port of a container is one of the node (kubernetes.io, API reference, ContainerPort).
    private static ImmutableArray<HostPort> HostPorts(JsonObject pod)
    {
        var all = (bool?)pod["hostNetwork"] == true;
        return
        [
            .. Items(pod["containers"]).Concat(Items(pod["initContainers"]).Where(container => (string?)container["restartPolicy"] == "Always"))
                .SelectMany(container => Items(container["ports"]))
                .Select(port => (Port: port["hostPort"] ?? (all ? port["containerPort"] : null), Node: port))
                .Where(port => port.Port is not null)
                .Select(port => new HostPort((string?)port.Node["hostIP"] is { Length: > 0 } address ? address : HostPort.AnyAddress, (string?)port.Node["protocol"] ?? "TCP", (int)(double)port.Port!)),
        ];
    }
}
