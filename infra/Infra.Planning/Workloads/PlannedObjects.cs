using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Planning.Model;

namespace Infra.Planning.Workloads;

/// <summary>The resources of a plan by what readers look for, so that nobody goes through all of them for each model.</summary>
internal sealed class PlannedObjects
{
    private readonly ILookup<string, PlannedObject> _byKind;
    private readonly ILookup<string, PlannedObject> _byType;
    private readonly Lazy<Dictionary<Urn, PlannedObject>> _byUrn;
    private readonly Lazy<ILookup<(string?, string), JsonObject>> _runtimes;
    private readonly Lazy<ILookup<(string?, string, string), JsonObject>> _scalers;

    private PlannedObjects(ImmutableArray<PlannedObject> all)
    {
        All = all;
        _byKind = all.Where(found => found.Kind is not null).ToLookup(found => found.Kind!, StringComparer.Ordinal);
        _byType = all.ToLookup(found => found.Resource.Type, StringComparer.Ordinal);
        _byUrn = new(() => all.ToDictionary(found => found.Resource.Urn));
        _runtimes = new(() => OfKind("ServingRuntime").Where(found => found.Name is not null).ToLookup(found => (found.Namespace, found.Name!), found => found.Inputs));
        _scalers = new(() => OfKind("HorizontalPodAutoscaler").Concat(OfKind("ScaledObject"))
            .Where(found => found.Inputs["spec"]?["scaleTargetRef"]?["name"] is not null)
            .ToLookup(found => (found.Namespace, Target(found, "kind") ?? "Deployment", Target(found, "name")!), found => found.Inputs));
    }

    /// <summary>All resources in the plan's order.</summary>
    public ImmutableArray<PlannedObject> All { get; }

    public static PlannedObjects Of(Plan plan) => new([.. plan.Resources.Select(resource => new PlannedObject(resource))]);

    /// <summary>Kubernetes objects of a kind.</summary>
    public IEnumerable<PlannedObject> OfKind(string kind) => _byKind[kind];

    /// <summary>Resources of a Pulumi type.</summary>
    public IEnumerable<PlannedObject> OfType(string type) => _byType[type];

    /// <summary>The resource with a URN that the plan has.</summary>
    public PlannedObject OfUrn(Urn urn) => _byUrn.Value[urn];

    /// <summary>Inputs of the <c>ServingRuntime</c> with a name.</summary>
    public JsonObject? Runtime(string? namespaceName, string name) => _runtimes.Value[(namespaceName, name)].FirstOrDefault();

    /// <summary>Inputs of the autoscaler that owns the replicas of an object.</summary>
    public JsonObject? Scaler(string? namespaceName, string kind, string name) => _scalers.Value[(namespaceName, kind, name)].FirstOrDefault();

    /// <summary>Whether the plan has a cluster of its own, so that all its nodes are known but those outside AWS.</summary>
    public bool HasCluster => OfType(ComponentTypes.EksCluster).Any();

    private static string? Target(PlannedObject scaler, string key) => (string?)scaler.Inputs["spec"]!["scaleTargetRef"]![key];
}
