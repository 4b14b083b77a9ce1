using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Nodes;
using Infra.Core.Projections;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Tests.Placement;

/// <summary>Nodes, pods that run already, and one that looks for a node (<c>Scenarios/README.md</c>).</summary>
internal sealed class Scenario(string name, JsonNode content)
{
    // What every node has unless it says otherwise.
    private const string Ordinary = """{"cpu": "4", "memory": "16Gi", "ephemeral-storage": "50Gi", "pods": "110"}""";

    public string Name => name;

    /// <summary>Where the verdict comes from.</summary>
    public string Rule => (string)content["rule"]!;

    public IEnumerable<string> NodesThatFit => content["nodesThatFit"]!.AsArray().Select(node => (string)node!);

    public string? Message => (string?)content["message"];

    /// <summary>The cluster with the pods that run already, and the kind of the pod that looks for a node.</summary>
    public (Cluster Cluster, PodKind Pod) Build()
    {
        var reader = new PodReader(new ClusterFacts(Objects()));
        var existing = Items("existing").Select((pod, i) => Pod(reader, $"existing {i}", pod)).ToList();
        var kinds = Items("nodes").Select(node => (Name: $"{node["name"]}", Kind: Kind(node))).ToList();
        var cluster = new Cluster([.. existing, Pod(reader, "pod", content["pod"]!)], kinds.Select(node => node.Kind));
        var nodes = kinds.ToDictionary(node => node.Name, node => cluster.Add(node.Kind, node.Name));
        foreach (var (kind, pod) in cluster.Kinds.Zip(Items("existing")))
        {
            cluster.Place(kind, nodes[$"{pod["node"]}"]);
        }

        return (cluster, cluster.Kinds[^1]);
    }

    private IEnumerable<JsonObject> Objects() => Items("objects").Select(found => (JsonObject)found)
        .Concat((content["namespaces"] as JsonObject ?? []).Select(space => new JsonObject { ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = space.Key, ["labels"] = space.Value!.DeepClone() } }));

    private IEnumerable<JsonNode> Items(string key) => (content[key] as JsonArray ?? []).Select(item => item!);

    private static PodSpec Pod(PodReader reader, string name, JsonNode pod)
    {
        var spec = (JsonObject)pod["spec"]!.DeepClone();
        spec["containers"] ??= new JsonArray(new JsonObject { ["name"] = "c" });
        return reader.Read(name, (string?)pod["namespace"], Labels(pod), spec);
    }

    private static NodeKind Kind(JsonNode node)
    {
        var amounts = JsonNode.Parse(Ordinary)!.AsObject();
        foreach (var (resource, amount) in node["allocatable"] as JsonObject ?? [])
        {
            amounts[resource] = amount!.DeepClone();
        }

        // Amounts of nodes are written as those of pods are.
        var requests = PodRequests.Of(new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["resources"] = new JsonObject { ["requests"] = amounts } }) });
        return new NodeKind
        {
            Name = $"{node["name"]}",
            Labels = Labels(node),
            Taints = [.. (node["taints"] as JsonArray ?? []).Select(taint => new Taint((string)taint!["key"]!, (string?)taint["value"] ?? "", TaintEffects.FromKubernetes((string)taint["effect"]!)!.Value))],
            Allocatable = PodReader.Requests(requests),
            IsUnschedulable = (bool?)node["unschedulable"] ?? false,
            VolumeLimits = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, (node["volumeLimits"] as JsonObject ?? []).Select(limit => KeyValuePair.Create(limit.Key, (int)(double)limit.Value!))),
        };
    }

    private static ImmutableSortedDictionary<string, string> Labels(JsonNode owner) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, (owner["labels"] as JsonObject ?? []).Select(label => KeyValuePair.Create(label.Key, $"{label.Value}")));
}
