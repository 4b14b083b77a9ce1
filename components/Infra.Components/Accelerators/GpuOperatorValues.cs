using System.Collections.Immutable;
using Infra.Components.Helm;
using Infra.Components.Monitoring;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Accelerators;

/// <summary>Values of the gpu-operator chart (v26.7.0) that we set; all others keep the chart's defaults.</summary>
internal sealed record GpuOperatorValues
{
    /// <summary>ConfigMap that holds our list of metrics.</summary>
    public const string MetricsConfigMap = "dcgm-metrics";

    // The operator's own requests are the chart's; those of its daemon sets our estimates, because it sets none.
    private static readonly CpuQuantity _operatorCpu = new(200);
    private static readonly ByteSize _operatorMemory = ByteSize.FromMebibytes(100);
    private static readonly CpuQuantity _daemonCpu = new(50);
    private static readonly ByteSize _daemonMemory = ByteSize.FromMebibytes(64);
    private static readonly CpuQuantity _exporterCpu = new(100);
    private static readonly ByteSize _exporterMemory = ByteSize.FromMebibytes(128);

    /// <summary>Where the daemon sets run.</summary>
    public required PoolPlacement Placement { get; init; }

    /// <summary>Where the daemon of the Multi-Process Service runs; without selectors where no pool has it.</summary>
    public required PoolPlacement MpsPlacement { get; init; }

    /// <summary>Configurations of the device plugin by name; empty where all pools offer whole GPUs.</summary>
    public required ImmutableSortedDictionary<string, string> Configs { get; init; }

    /// <summary>How pieces of cut GPUs are named; there is one way for the cluster.</summary>
    public required MigStrategy MigStrategy { get; init; }

    /// <summary>How Prometheus finds the exporter; null where nothing scrapes.</summary>
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>The values for a component's arguments.</summary>
    public static GpuOperatorValues For(GpuOperatorArgs args) => new()
    {
        Placement = PoolPlacement.On(args.Pools),
        MpsPlacement = PoolPlacement.On(args.Pools.Where(pool => pool.Sharing?.ToSharing().Mode == GpuSharingMode.Mps)),
        Configs = NvidiaPluginConfigs.For(args.Pools),
        MigStrategy = MigStrategies(args).FirstOrDefault(MigStrategy.Single),
        Scraping = args.Scraping,
    };

    /// <summary>The naming strategies that the pools ask for; more than one is a problem.</summary>
    public static ImmutableArray<MigStrategy> MigStrategies(GpuOperatorArgs args) =>
    [
        .. args.Pools.Select(pool => pool.Sharing?.ToSharing()).OfType<GpuSharing>()
            .Where(sharing => sharing.Mode == GpuSharingMode.Mig).Select(sharing => sharing.MigStrategy).Distinct(),
    ];

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues() => new()
    {
        // The AMI brings both; the operator's would fight with them (EKS user guide, "Use EKS-optimized accelerated AMIs for GPU instances").
        ["driver"] = new Dictionary<string, object> { ["enabled"] = false },
        ["toolkit"] = new Dictionary<string, object> { ["enabled"] = false },
        ["daemonsets"] = new Dictionary<string, object> { ["tolerations"] = HelmScheduling.Tolerations(Placement.Tolerations) },
        ["operator"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_operatorCpu, _operatorMemory) },
        ["mig"] = new Dictionary<string, object> { ["strategy"] = MigStrategy == MigStrategy.Single ? "single" : "mixed" },
        ["migManager"] = MigManager(),
        ["devicePlugin"] = DevicePlugin(),
        ["validator"] = Daemon(),
        ["gfd"] = Daemon(),
        ["dcgmExporter"] = Exporter(),
        ["node-feature-discovery"] = NodeFeatureDiscoveryValues.For(Placement),
    };

    /// <summary>The pods that chart and operator make on nodes with a driver of their own.</summary>
    public IEnumerable<PodFootprint> Footprints()
    {
        var release = Pins.GpuOperator.Name;
        yield return new PodFootprint
        {
            Workload = release,
            Kind = WorkloadKind.Deployment,
            Cpu = _operatorCpu,
            Memory = _operatorMemory,
            Tolerations = [new Toleration("node-role.kubernetes.io/control-plane", TaintEffect.NoSchedule)],
            Source = Source("templates/operator.yaml"),
        };
        foreach (var daemon in new[] { "nvidia-operator-validator", "nvidia-device-plugin-daemonset", "gpu-feature-discovery", "nvidia-mig-manager" })
        {
            yield return DaemonSet(daemon, _daemonCpu, _daemonMemory);
        }

        if (!MpsPlacement.Selectors.IsEmpty)
        {
            yield return DaemonSet("nvidia-device-plugin-mps-control-daemon", _daemonCpu, _daemonMemory) with
            {
                Selectors = MpsPlacement.Selectors,
                Tolerations = MpsPlacement.Tolerations,
                HostAccess = HostAccess.Paths | HostAccess.Processes | HostAccess.Privileges,
            };
        }

        yield return DaemonSet("nvidia-dcgm-exporter", _exporterCpu, _exporterMemory);
        foreach (var footprint in NodeFeatureDiscoveryValues.Footprints(release, Placement))
        {
            yield return footprint;
        }
    }

    // A GPU changes its mode at a reset, which a virtual machine may not ask for: the node has to start again.
    private static Dictionary<string, object> MigManager()
    {
        var manager = Daemon();
        manager["env"] = new object[] { new Dictionary<string, object> { ["name"] = "WITH_REBOOT", ["value"] = "true" } };
        return manager;
    }

    private static Dictionary<string, object> Daemon() => new() { ["resources"] = HelmScheduling.Resources(_daemonCpu, _daemonMemory) };

    private static string Source(string where) => $"{Pins.GpuOperator.Name} {Pins.GpuOperator.Version}, {where}; requests in our values";

    private Dictionary<string, object> DevicePlugin()
    {
        var plugin = Daemon();
        if (!Configs.IsEmpty)
        {
            plugin["config"] = new Dictionary<string, object>
            {
                ["create"] = true,
                ["name"] = "device-plugin-configs",
                ["default"] = NvidiaPluginConfigs.Default,
                ["data"] = Configs.ToDictionary(config => config.Key, object (config) => config.Value),
            };
        }

        return plugin;
    }

    private Dictionary<string, object> Exporter() => new()
    {
        ["resources"] = HelmScheduling.Resources(_exporterCpu, _exporterMemory),
        ["config"] = new Dictionary<string, object> { ["name"] = MetricsConfigMap },
        ["serviceMonitor"] = HelmMonitors.OfNode(Scraping),
    };

    // The operator labels the nodes for its daemon sets by what feature discovery found, which runs on the pools alone.
    private PodFootprint DaemonSet(string workload, CpuQuantity cpu, ByteSize memory) => new()
    {
        Workload = workload,
        Kind = WorkloadKind.DaemonSet,
        Cpu = cpu,
        Memory = memory,
        Selectors = Placement.Selectors,
        Tolerations = Placement.Tolerations,
        HostAccess = HostAccess.Paths | HostAccess.Privileges,
        Source = Source($"assets of {workload}"),
    };
}
