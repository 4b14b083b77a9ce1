using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Planning.Workloads;

/// <summary>Pods that a component declares, because a chart or an operator makes them.</summary>
internal sealed class DeclaredPods(PlannedObject owner, JsonObject footprint)
{
    /// <summary>All of a plan.</summary>
    public static IEnumerable<DeclaredPods> Of(PlannedObjects objects) => objects.All.Where(found => found.Resource.Inputs.ContainsKey(ComponentInputs.Footprint)).SelectMany(Of);

    /// <summary>Those of a component.</summary>
    public static IEnumerable<DeclaredPods> Of(PlannedObject component) =>
        (component.Inputs[ComponentInputs.Footprint] as JsonArray ?? []).Select(footprint => new DeclaredPods(component, (JsonObject)footprint!));

    /// <summary>The component.</summary>
    public PlannedObject Owner => owner;

    public string Kind => (string)footprint["kind"]!;

    public string Workload => (string)footprint["workload"]!;

    public bool IsPerNode => Kind == nameof(WorkloadKind.DaemonSet);

    /// <summary>Pods of a Deployment.</summary>
    public int Replicas => (int)(double)footprint["replicas"]!;

    /// <summary>What one takes.</summary>
    public NodeRoom Room => new(
        CpuQuantity.TryParse((string)footprint["cpu"]!, out var cpu) ? cpu.Millicores : 0,
        ByteSize.TryParse((string)footprint["memory"]!, out var memory) ? memory.Bytes : 0,
        1);

    /// <summary>Whether it takes no address and no port of its own.</summary>
    public bool IsOnHostNetwork => footprint["hostAccess"] is JsonArray access && access.Any(one => (string?)one == nameof(HostAccess.Network));

    public ImmutableArray<IReadOnlyDictionary<string, string[]>> Selectors =>
    [
        .. footprint["selectors"]!.AsArray().Select(selector => selector!.AsObject().ToDictionary(label => label.Key, label => new[] { (string)label.Value! }, StringComparer.Ordinal)),
    ];

    public ImmutableArray<Toleration> Tolerations =>
    [
        .. footprint["tolerations"]!.AsArray().Select(toleration => new Toleration(
            (string?)toleration!["key"] ?? "", (string?)toleration["effect"] is { } effect ? TaintEffects.FromKubernetes(effect) : null)),
    ];

    /// <summary>Labels of nodes over which something spreads the pods, if only as a wish.</summary>
    public ImmutableArray<string> Spread => [.. (footprint["spread"] as JsonArray ?? []).Select(key => (string)key!)];

    /// <summary>One of the two amounts of its disruption budget, as written; null for none.</summary>
    /// <param name="key"><c>minAvailable</c> or <c>maxUnavailable</c>.</param>
    public string? Budget(string key) => footprint[key]?.ToString();
}
