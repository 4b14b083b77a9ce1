using System.Collections.Immutable;
using Infra.Core.Nodes;

namespace Infra.Components.Accelerators;

/// <summary>Values of the nvidia-device-plugin chart (0.20.0) that we set; all others keep the chart's defaults.</summary>
internal sealed record NvidiaDevicePluginValues
{
    // Our estimate for a daemon that watches device files: the chart sets no requests, so that placement couldn't count on
    // it. No memory limit: a plugin that is killed for it takes the node's GPUs off the scheduler's list.
    private const string CpuRequest = "50m";
    private const string MemoryRequest = "64Mi";

    /// <summary>Labels that select each of the pools that the daemon set runs on.</summary>
    public required ImmutableArray<IReadOnlyDictionary<string, string>> Selectors { get; init; }

    /// <summary>Taints of these pools.</summary>
    public required ImmutableArray<Taint> Taints { get; init; }

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues() => new()
    {
        // The pools' own labels are known before a node runs; the chart's default waits for labels of feature discovery.
        ["affinity"] = new Dictionary<string, object>
        {
            ["nodeAffinity"] = new Dictionary<string, object>
            {
                ["requiredDuringSchedulingIgnoredDuringExecution"] = new Dictionary<string, object>
                {
                    ["nodeSelectorTerms"] = Selectors.Select(Term).ToArray<object>(),
                },
            },
        },
        ["tolerations"] = Taints.Select(Toleration).ToArray<object>(),
        ["resources"] = new Dictionary<string, object>
        {
            ["requests"] = new Dictionary<string, object> { ["cpu"] = CpuRequest, ["memory"] = MemoryRequest },
        },
    };

    private static Dictionary<string, object> Term(IReadOnlyDictionary<string, string> selector) => new()
    {
        ["matchExpressions"] = selector.OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => new Dictionary<string, object> { ["key"] = label.Key, ["operator"] = "In", ["values"] = new object[] { label.Value } })
            .ToArray<object>(),
    };

    private static Dictionary<string, object> Toleration(Taint taint) => new()
    {
        ["key"] = taint.Key,
        ["operator"] = "Exists",
        ["effect"] = taint.Effect.ToKubernetes(),
    };
}
