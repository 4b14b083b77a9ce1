using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Components.Accelerators;

/// <summary>
/// Values of the neuron-helm-chart (1.9.0) that we set; all others keep the chart's defaults. Keys read from
/// github.com/aws-neuron/neuron-helm-charts at commit b77a6f9, values.yaml.
/// </summary>
internal sealed record NeuronDevicePluginValues
{
    // Our estimate for a daemon that watches device files: the chart sets no requests.
    private static readonly CpuQuantity _cpu = new(50);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(64);

    /// <summary>Namespace of the daemon set; the chart would take kube-system, whatever the release's is.</summary>
    public required string Namespace { get; init; }

    /// <summary>Where the plugin runs.</summary>
    public required PoolPlacement Placement { get; init; }

    /// <summary>The values for a component's arguments.</summary>
    public static NeuronDevicePluginValues For(NeuronDevicePluginArgs args) => new() { Namespace = args.Namespace, Placement = PoolPlacement.On(args.Pools) };

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues() => new()
    {
        ["devicePlugin"] = new Dictionary<string, object>
        {
            ["namespaceOverride"] = Namespace,
            ["affinity"] = HelmScheduling.Affinity(Placement.Selectors),
            ["tolerations"] = HelmScheduling.Tolerations(Placement.Tolerations),
            ["resources"] = HelmScheduling.Resources(_cpu, _memory),
        },
        // Node repair is EKS' own here (node monitoring agent).
        ["npd"] = new Dictionary<string, object> { ["enabled"] = false },
    };

    /// <summary>The pods that the chart makes.</summary>
    public PodFootprint Footprint() => new()
    {
        Workload = "neuron-device-plugin",
        Kind = WorkloadKind.DaemonSet,
        Cpu = _cpu,
        Memory = _memory,
        Selectors = Placement.Selectors,
        Tolerations = Placement.Tolerations,
        HostAccess = HostAccess.Paths,
        Source = "neuron-helm-chart 1.9.0, templates/device-plugin/device-plugin-daemonset.yaml; requests in our values",
    };
}
