using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Core.Units;

namespace Infra.Components.Helm;

/// <summary>Parts of a pod's specification in the form that charts take as values.</summary>
internal static class HelmScheduling
{
    /// <summary>Affinity to the nodes that have all labels of one of the selectors.</summary>
    public static Dictionary<string, object> Affinity(IEnumerable<IReadOnlyDictionary<string, string>> selectors) => new()
    {
        ["nodeAffinity"] = new Dictionary<string, object>
        {
            ["requiredDuringSchedulingIgnoredDuringExecution"] = new Dictionary<string, object>
            {
                ["nodeSelectorTerms"] = selectors.Select(Term).ToArray<object>(),
            },
        },
    };

    /// <summary>Tolerations with the operator <c>Exists</c>.</summary>
    public static object[] Tolerations(IEnumerable<Toleration> tolerations) => [.. tolerations.Select(One)];

    /// <summary>Over what <see cref="Spread"/> spreads, for the footprint.</summary>
    public static ImmutableArray<string> Topologies { get; } = [NodeLabels.Zone, NodeLabels.Hostname];

    /// <summary>
    /// Constraints that keep the pods with a label apart, over zones and over nodes. As a wish: a second controller beside the first is better than one that waits for a node, and with one node
    /// there is no other place.
    /// </summary>
    /// <param name="key">Key of a label that all of the pods and no others have.</param>
    /// <param name="value">Its value.</param>
    public static object[] Spread(string key, string value) =>
    [
        .. Topologies.Select(topology => new Dictionary<string, object>
        {
            ["maxSkew"] = 1,
            ["topologyKey"] = topology,
            ["whenUnsatisfiable"] = "ScheduleAnyway",
            ["labelSelector"] = new Dictionary<string, object> { ["matchLabels"] = new Dictionary<string, object> { [key] = value } },
        }),
    ];

    /// <summary>The same as an affinity, over nodes alone, for charts that take nothing else.</summary>
    /// <param name="key">Key of a label that all of the pods and no others have.</param>
    /// <param name="value">Its value.</param>
    public static Dictionary<string, object> Apart(string key, string value) => new()
    {
        ["podAntiAffinity"] = new Dictionary<string, object>
        {
            ["preferredDuringSchedulingIgnoredDuringExecution"] = new object[]
            {
                new Dictionary<string, object>
                {
                    ["weight"] = 100,
                    ["podAffinityTerm"] = new Dictionary<string, object>
                    {
                        ["topologyKey"] = NodeLabels.Hostname,
                        ["labelSelector"] = new Dictionary<string, object> { ["matchLabels"] = new Dictionary<string, object> { [key] = value } },
                    },
                },
            },
        },
    };

    /// <summary>Resource requests, and a limit of memory where there is one.</summary>
    public static Dictionary<string, object> Resources(CpuQuantity cpu, ByteSize memory, ByteSize? memoryLimit = null)
    {
        var resources = new Dictionary<string, object>
        {
            ["requests"] = new Dictionary<string, object> { ["cpu"] = cpu.ToString(), ["memory"] = memory.ToString() },
        };
        if (memoryLimit is { } limit)
        {
            resources["limits"] = new Dictionary<string, object> { ["memory"] = limit.ToString() };
        }

        return resources;
    }

    private static Dictionary<string, object> Term(IReadOnlyDictionary<string, string> selector) => new()
    {
        ["matchExpressions"] = selector.OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => new Dictionary<string, object> { ["key"] = label.Key, ["operator"] = "In", ["values"] = new object[] { label.Value } })
            .ToArray<object>(),
    };

    private static Dictionary<string, object> One(Toleration toleration)
    {
        var value = new Dictionary<string, object> { ["operator"] = "Exists" };
        if (toleration.Key.Length > 0)
        {
            value["key"] = toleration.Key;
        }

        if (toleration.Effect is { } effect)
        {
            value["effect"] = effect.ToKubernetes();
        }

        return value;
    }
}
