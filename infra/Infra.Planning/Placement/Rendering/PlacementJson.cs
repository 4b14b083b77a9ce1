using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Placement.Rendering;

/// <summary>A placement as JSON (<c>docs/placement.md</c>).</summary>
public static class PlacementJson
{
    private const int SchemaVersion = 1;

    /// <summary>Writes the document.</summary>
    public static void Write(PlacementReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        var document = new JObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["environment"] = report.Environment,
            ["fits"] = report.Fits,
            ["summary"] = report.Summary,
            ["pools"] = new JArray(report.Pools.Select(Pool)),
            ["states"] = new JArray(report.States.Select(State)),
            ["quotas"] = new JArray(report.Quotas.Select(quota => new JObject
            {
                ["code"] = quota.Code,
                ["name"] = quota.Name,
                ["minimum"] = quota.Minimum,
                ["maximum"] = quota.Maximum,
                ["limit"] = quota.Limit,
            })),
            ["notes"] = new JArray(report.Notes),
        };
        writer.WriteLine(document.ToString(Formatting.Indented));
    }

    private static JObject Pool(PlacementPool pool) => new()
    {
        ["name"] = pool.Name,
        ["urn"] = pool.Urn?.ToString(),
        ["launcher"] = $"{pool.Launcher}",
        ["instanceTypes"] = new JArray(pool.InstanceTypes),
        ["capacityType"] = $"{pool.CapacityType}",
        ["zones"] = new JArray(pool.Zones),
        ["least"] = pool.Least,
        ["most"] = pool.Most,
        ["device"] = pool.Device,
        ["devicesPerNode"] = pool.DevicesPerNode,
    };

    private static JObject State(PlacementState state) => new()
    {
        ["name"] = state.Name,
        ["pods"] = state.PodCount,
        ["nodes"] = new JArray(state.Nodes.Select(node => new JObject
        {
            ["name"] = node.Name,
            ["pool"] = node.Pool,
            ["zone"] = node.Zone,
            ["added"] = node.IsAdded,
            ["allocatable"] = Amounts(node.Allocatable),
            ["requested"] = Amounts(node.Requested),
            ["pods"] = new JArray(node.Pods.Select(Pods)),
        })),
        ["devices"] = new JArray(state.Devices.Select(use => new JObject
        {
            ["pool"] = use.Pool,
            ["resource"] = use.Resource,
            ["total"] = use.Total,
            ["used"] = use.Used,
            ["fragmented"] = use.Fragmented,
        })),
        ["unplaced"] = new JArray(state.Unplaced.Select(pods => new JObject
        {
            ["workload"] = Workload(pods.Workload),
            ["count"] = pods.Count,
            ["mayWait"] = pods.MayWait,
            ["demands"] = new JArray(pods.Demands.Select(demand => new JObject { ["filter"] = demand.Filter, ["words"] = demand.Words })),
            ["message"] = pods.Message,
            ["remedy"] = pods.Remedy,
            ["schedulerMessage"] = pods.SchedulerMessage,
        })),
        ["elsewhere"] = new JArray(state.Elsewhere.Select(Pods)),
    };

    private static JObject Pods(PodsOnNode pods) => new() { ["workload"] = Workload(pods.Workload), ["count"] = pods.Count };

    private static JObject Workload(PodWorkload workload) => new()
    {
        ["kind"] = workload.Kind,
        ["namespace"] = workload.Namespace,
        ["name"] = workload.Name,
        ["role"] = workload.Role,
        ["urn"] = workload.Urn.ToString(),
        ["declared"] = workload.IsDeclared,
        ["perNode"] = workload.IsPerNode,
    };

    private static JObject Amounts(ImmutableSortedDictionary<string, long> amounts) => new(amounts.Select(amount => new JProperty(amount.Key, amount.Value)));
}
