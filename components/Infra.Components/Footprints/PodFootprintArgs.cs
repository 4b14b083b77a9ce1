using Infra.Core.Footprints;
using Pulumi;

namespace Infra.Components.Footprints;

/// <summary>
/// Pods that a component brings without writing them, as component input: so that every plan says them, whoever reads it.
/// Derived by the component's arguments from the same constants as the values of its chart; nobody sets them.
/// </summary>
public sealed class PodFootprintArgs : ResourceArgs
{
    /// <summary>Name of the object that makes the pods.</summary>
    [Input("workload", required: true)]
    public required string Workload { get; init; }

    /// <summary><c>DaemonSet</c> or <c>Deployment</c>.</summary>
    [Input("kind", required: true)]
    public required string Kind { get; init; }

    /// <summary>Pods of a Deployment; none for a DaemonSet, which has one per node.</summary>
    [Input("replicas")]
    public int? Replicas { get; init; }

    /// <summary>CPU that one pod requests, in the form of Kubernetes.</summary>
    [Input("cpu", required: true)]
    public required string Cpu { get; init; }

    /// <summary>Memory that one pod requests, in the form of Kubernetes.</summary>
    [Input("memory", required: true)]
    public required string Memory { get; init; }

    /// <summary>Labels of the nodes that it may run on, each map a choice; empty for any node.</summary>
    [Input("selectors", required: true)]
    public required List<Dictionary<string, string>> Selectors { get; init; }

    /// <summary>Taints that it tolerates.</summary>
    [Input("tolerations", required: true)]
    public required List<TolerationArgs> Tolerations { get; init; }

    /// <summary>What it takes from its node, out of <c>Paths</c>, <c>Network</c>, <c>Processes</c>, <c>Privileges</c>.</summary>
    [Input("hostAccess", required: true)]
    public required List<string> HostAccess { get; init; }

    /// <summary>Fewest pods that its disruption budget keeps, as a number or a share. Default: none says so.</summary>
    [Input("minAvailable")]
    public string? MinAvailable { get; init; }

    /// <summary>Most pods that its disruption budget lets go, as a number or a share. Default: none says so.</summary>
    [Input("maxUnavailable")]
    public string? MaxUnavailable { get; init; }

    /// <summary>Labels of nodes over which something spreads the pods, if only as a wish. Default: nothing does.</summary>
    [Input("spread")]
    public List<string>? Spread { get; init; }

    /// <summary>Where this was read.</summary>
    [Input("source", required: true)]
    public required string Source { get; init; }

    /// <summary>The input form of footprints.</summary>
    public static List<PodFootprintArgs> From(params IEnumerable<PodFootprint> footprints) => [.. footprints.Select(From)];

    private static PodFootprintArgs From(PodFootprint footprint) => new()
    {
        Workload = footprint.Workload,
        Kind = footprint.Kind.ToString(),
        Replicas = footprint.Kind == WorkloadKind.Deployment ? footprint.Replicas : null,
        Cpu = footprint.Cpu.ToString(),
        Memory = footprint.Memory.ToString(),
        Selectors = [.. footprint.Selectors.Select(selector => new Dictionary<string, string>(selector))],
        Tolerations = [.. footprint.Tolerations.Select(TolerationArgs.From)],
        HostAccess = [.. Enum.GetValues<HostAccess>().Where(access => access != Core.Footprints.HostAccess.None && footprint.HostAccess.HasFlag(access)).Select(access => access.ToString())],
        MinAvailable = footprint.Budget?.MinAvailable?.ToString(),
        MaxUnavailable = footprint.Budget?.MaxUnavailable?.ToString(),
        Spread = footprint.Spread.IsEmpty ? null : [.. footprint.Spread],
        Source = footprint.Source,
    };
}
