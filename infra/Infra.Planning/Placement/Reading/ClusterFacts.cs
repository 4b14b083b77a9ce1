using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Reading;

/// <summary>What pods refer to by name: namespaces, priorities, volumes. What a plan doesn't hold, somebody else made, and nothing is demanded because of it.</summary>
internal sealed class ClusterFacts
{
    // kubernetes.io, "Guaranteed Scheduling For Critical Add-On Pods".
    private static readonly Dictionary<string, int> _system = new(StringComparer.Ordinal) { ["system-node-critical"] = 2_000_001_000, ["system-cluster-critical"] = 2_000_000_000 };

    private static readonly string[] _kinds = ["Namespace", "PriorityClass", "PersistentVolumeClaim", "PersistentVolume", "StorageClass"];

    private readonly Dictionary<string, ImmutableSortedDictionary<string, string>> _namespaces;
    private readonly Dictionary<string, int> _priorities;
    private readonly int _defaultPriority;
    private readonly ClaimedVolumes _volumes;

    public ClusterFacts(IEnumerable<JsonObject> objects)
    {
        var all = objects.ToLookup(found => $"{found["kind"]}", StringComparer.Ordinal);
        _namespaces = Named(all["Namespace"]).ToDictionary(found => found.Name, found => LabelsOf(found.Name, found.Inputs), StringComparer.Ordinal);
        _priorities = Named(all["PriorityClass"]).ToDictionary(found => found.Name, found => (int)(double)found.Inputs["value"]!, StringComparer.Ordinal);
        _defaultPriority = all["PriorityClass"].Where(found => (bool?)found["globalDefault"] == true).Select(found => (int)(double)found["value"]!).FirstOrDefault();
        _volumes = new ClaimedVolumes([.. all["PersistentVolumeClaim"]], [.. all["PersistentVolume"]], [.. all["StorageClass"]]);
    }

    public static ClusterFacts Of(PlannedObjects objects) => new(_kinds.SelectMany(objects.OfKind).Select(found => found.Inputs));

    public ImmutableSortedDictionary<string, string> NamespaceLabels(string name) => _namespaces.GetValueOrDefault(name) ?? LabelsOf(name, null);

    /// <summary>Priority of a pod.</summary>
    /// <param name="pod">Its specification.</param>
    public int Priority(JsonObject pod) => pod["priority"] is { } number ? (int)(double)number
        : (string?)pod["priorityClassName"] is { } name ? _system.TryGetValue(name, out var system) ? system : _priorities.GetValueOrDefault(name)
        : _defaultPriority;

    /// <summary>A volume of a pod; null where it makes no difference to the scheduler.</summary>
    public PodVolume? Volume(string namespaceName, JsonNode volume) => _volumes.Of(namespaceName, volume);

    /// <summary>A volume that each pod of a StatefulSet has for itself.</summary>
    public PodVolume? OwnVolume(JsonNode template) => _volumes.Own(template["spec"]);

    private static IEnumerable<(string Name, JsonObject Inputs)> Named(IEnumerable<JsonObject> objects) =>
        objects.Select(found => ((string?)found["metadata"]?["name"], found)).Where(found => found.Item1 is not null).DistinctBy(found => found.Item1).Select(found => (found.Item1!, found.found));

    // Kubernetes gives every namespace its name as a label.
    private static ImmutableSortedDictionary<string, string> LabelsOf(string name, JsonObject? inputs) => (inputs?["metadata"]?["labels"] as JsonObject ?? [])
        .ToImmutableSortedDictionary(label => label.Key, label => $"{label.Value}", StringComparer.Ordinal).SetItem("kubernetes.io/metadata.name", name);
}
