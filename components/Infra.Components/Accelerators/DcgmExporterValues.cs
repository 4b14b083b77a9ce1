using Infra.Components.Helm;
using Infra.Components.Monitoring;
using Infra.Core.Accelerators;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Accelerators;

/// <summary>Values of the dcgm-exporter chart (4.8.2) that we set; all others keep the chart's defaults.</summary>
internal sealed record DcgmExporterValues
{
    // The chart's own requests and limit, said here so that the footprint is ours and survives an update of the chart.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(512);

    /// <summary>Where the exporter runs.</summary>
    public required PoolPlacement Placement { get; init; }

    /// <summary>How Prometheus finds it; null where nothing scrapes.</summary>
    public ScrapingArgs? Scraping { get; init; }

    /// <summary>The values for a component's arguments.</summary>
    public static DcgmExporterValues For(DcgmExporterArgs args) => new() { Placement = PoolPlacement.On(args.Pools), Scraping = args.Scraping };

    /// <summary>The values document.</summary>
    public Dictionary<string, object> ToValues() => new()
    {
        ["affinity"] = HelmScheduling.Affinity(Placement.Selectors),
        ["tolerations"] = HelmScheduling.Tolerations(Placement.Tolerations),
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit),
        // Replaces the list in the exporter's ConfigMap (templates/metrics-configmap.yaml).
        ["customMetrics"] = DcgmMetrics.ToCsv(),
        ["serviceMonitor"] = HelmMonitors.OfNode(Scraping),
    };

    /// <summary>The pods that the chart makes.</summary>
    public PodFootprint Footprint() => new()
    {
        Workload = Pins.DcgmExporter.Name,
        Kind = WorkloadKind.DaemonSet,
        Cpu = _cpu,
        Memory = _memory,
        Selectors = Placement.Selectors,
        Tolerations = Placement.Tolerations,
        // The kubelet's pod-resources socket, and SYS_ADMIN for the profiling metrics.
        HostAccess = HostAccess.Paths | HostAccess.Privileges,
        Source = $"{Pins.DcgmExporter.Name} {Pins.DcgmExporter.Version}, templates/daemonset.yaml; requests in our values",
    };
}
