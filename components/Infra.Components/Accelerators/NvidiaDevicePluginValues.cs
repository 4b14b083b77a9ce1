using System.Collections.Immutable;
using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Accelerators;

/// <summary>Values of the nvidia-device-plugin chart (0.20.0) that we set; all others keep the chart's defaults.</summary>
internal sealed record NvidiaDevicePluginValues
{
    // Our estimate for daemons that watch device files: the chart sets no requests, so that placement couldn't count on
    // it. No memory limit: a plugin that is killed for it takes the node's GPUs off the scheduler's list.
    private static readonly CpuQuantity _cpu = new(50);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(64);

    /// <summary>Where the plugin runs.</summary>
    public required PoolPlacement Placement { get; init; }

    /// <summary>Where the daemon of the Multi-Process Service runs; without selectors where no pool has it.</summary>
    public required PoolPlacement MpsPlacement { get; init; }

    /// <summary>The plugin's configurations by name; empty where all pools offer whole GPUs.</summary>
    public required ImmutableSortedDictionary<string, string> Configs { get; init; }

    /// <summary>Whether GPU feature discovery runs too.</summary>
    public required bool FeatureDiscovery { get; init; }

    /// <summary>The values for a component's arguments.</summary>
    public static NvidiaDevicePluginValues For(NvidiaDevicePluginArgs args) => new()
    {
        Placement = PoolPlacement.On(args.Pools),
        MpsPlacement = PoolPlacement.On(args.Pools.Where(pool => pool.Sharing?.ToSharing().Mode == GpuSharingMode.Mps)),
        Configs = NvidiaPluginConfigs.For(args.Pools),
        FeatureDiscovery = args.FeatureDiscovery,
    };

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues()
    {
        var values = new Dictionary<string, object>
        {
            // The pools' own labels are known before a node runs; the chart's default waits for labels of feature discovery.
            ["affinity"] = HelmScheduling.Affinity(Placement.Selectors),
            ["tolerations"] = HelmScheduling.Tolerations(Placement.Tolerations),
            ["resources"] = HelmScheduling.Resources(_cpu, _memory),
        };
        if (!Configs.IsEmpty)
        {
            values["config"] = new Dictionary<string, object>
            {
                ["map"] = Configs.ToDictionary(config => config.Key, object (config) => config.Value),
                ["default"] = NvidiaPluginConfigs.Default,
            };
        }

        if (FeatureDiscovery)
        {
            values["gfd"] = new Dictionary<string, object> { ["enabled"] = true };
            values["nfd"] = NodeFeatureDiscoveryValues.For(Placement);
        }

        return values;
    }

    /// <summary>The pods that the chart makes.</summary>
    public IEnumerable<PodFootprint> Footprints()
    {
        var release = Pins.NvidiaDevicePlugin.Name;
        yield return Daemon(release, Placement, HostAccess.Paths | HostAccess.Privileges, "daemonset-device-plugin.yml");
        if (!MpsPlacement.Selectors.IsEmpty)
        {
            yield return Daemon(
                $"{release}-mps-control-daemon", MpsPlacement, HostAccess.Paths | HostAccess.Processes | HostAccess.Privileges, "daemonset-mps-control-daemon.yml");
        }

        if (FeatureDiscovery)
        {
            yield return Daemon($"{release}-gpu-feature-discovery", Placement, HostAccess.Paths | HostAccess.Privileges, "daemonset-gfd.yml");
            foreach (var footprint in NodeFeatureDiscoveryValues.Footprints(release, Placement))
            {
                yield return footprint;
            }
        }
    }

    private static PodFootprint Daemon(string workload, PoolPlacement placement, HostAccess access, string template) => new()
    {
        Workload = workload,
        Kind = WorkloadKind.DaemonSet,
        // Init containers ask for no more, and the config manager beside the plugin for nothing.
        Cpu = _cpu,
        Memory = _memory,
        Selectors = placement.Selectors,
        Tolerations = placement.Tolerations,
        HostAccess = access,
        Source = $"{Pins.NvidiaDevicePlugin.Name} {Pins.NvidiaDevicePlugin.Version}, templates/{template}; requests in our values",
    };
}
