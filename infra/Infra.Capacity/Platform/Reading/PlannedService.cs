using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Projections;
using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Traffic;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Platform.Reading;

/// <summary>A model of a plan: its component, and the objects that belong to it.</summary>
internal sealed class PlannedService
{
    private const string RayHead = "head";

    private readonly PlannedObjects _objects;
    private readonly PlannedObject _component;

    public PlannedService(PlannedObjects objects, PlannedObject component)
    {
        (_objects, _component) = (objects, component);
        Backend = ServingBackends.Find((string?)Inputs["backend"] ?? ServingBackends.PlainName) ?? ServingBackend.Plain;
    }

    /// <summary>Inputs of its component.</summary>
    public JsonObject Inputs => _component.Inputs;

    public string Name => (string?)Inputs["model"] ?? _component.Resource.Name;

    public string Namespace => (string?)Inputs["namespace"] ?? "";

    public ServingBackend Backend { get; }

    /// <summary>Names of its pools, the preferred first.</summary>
    public ImmutableArray<string> Pools => [.. (Inputs["pools"] as JsonArray ?? []).Select(pool => (string)pool!["name"]!)];

    /// <summary>Name by which callers know it, where another model answers for that too.</summary>
    public string? SharedName => (string?)Inputs["sharedName"];

    /// <summary>Name of the Service that answers for it.</summary>
    public string ServiceName => ServingAddress.ServiceOf(Backend, Name, Inputs["transformer"] is not null);

    /// <summary>Objects of the component of a kind.</summary>
    public IEnumerable<PlannedObject> Children(string kind) => _objects.OfKind(kind).Where(found => found.Resource.Parent == _component.Resource.Urn);

    /// <summary>The object that makes its pods; null where the plan has none.</summary>
    public PlannedObject? Workload => Backend switch
    {
        ServingBackend.Plain => Children("Deployment").FirstOrDefault(found => found.Name == Name),
        ServingBackend.KServe => Children("InferenceService").FirstOrDefault(),
        ServingBackend.LlmInferenceService => Children("LLMInferenceService").FirstOrDefault(),
        ServingBackend.LeaderWorkerSet => Children("LeaderWorkerSet").FirstOrDefault(),
        _ => Children("RayService").FirstOrDefault(),
    };

    /// <summary>Pods that serve, by what they are within a replica.</summary>
    public ImmutableArray<ProjectedPods> Pods => Workload is { } workload && !HiddenRules.Of(workload).Any(rule => rule.IsWhole)
        ?
        [
            .. PodProjections.Of(workload.Inputs, name => _objects.Runtime(workload.Namespace, name), (kind, name) => _objects.Scaler(workload.Namespace, kind, name))
                .Where(pods => pods.Role != (Backend == ServingBackend.Ray ? RayHead : "transformer")),
        ]
        : [];

    /// <summary>The autoscaler that owns its replicas; null for none, and on Ray, which counts itself.</summary>
    public JsonObject? Scaler
    {
        get
        {
            if (Backend == ServingBackend.Ray)
            {
                return null;
            }

            var target = ScaleTarget.Of(Backend, Name);
            return _objects.Scaler(Workload?.Namespace, target.Kind, target.Name);
        }
    }
}
