using Infra.Core.Accelerators;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What the DCGM exporter tells, by its list (<see cref="DcgmMetrics"/>). Its monitor gives each series the <c>node</c> of the exporter's pod; whose GPU it is says
/// <c>exported_pod</c>, because the chart doesn't honor the exporter's labels. A GPU that no pod has, has no such label; one that several pods share names one of them.
/// </summary>
public static class DcgmExporterMetrics
{
    /// <summary>The exporter. The GPU operator brings 4.8.3, which calls <c>Hostname</c> hostname: nothing here asks for it.</summary>
    public static readonly Exporter Exporter = new(
        "dcgm-exporter", "4.8.2 and 4.8.3", "github.com/NVIDIA/dcgm-exporter, tag 4.5.3-4.8.2, etc/default-counters.csv, internal/pkg/rendermetrics and internal/pkg/collector; d5e5f51 for 4.8.3");

    /// <summary>GPU utilisation in percent; not published for a GPU in MIG mode.</summary>
    public static readonly GaugeMetric Utilisation = Gauge(DcgmMetrics.Utilisation);

    /// <summary>Share of time that compute engines were active, 0 to 1; also published for MIG pieces.</summary>
    public static readonly GaugeMetric EngineActive = Gauge(DcgmMetrics.EngineActive);

    /// <summary>Used GPU memory in MiB.</summary>
    public static readonly GaugeMetric MemoryUsed = Gauge(DcgmMetrics.MemoryUsed);

    /// <summary>Free GPU memory in MiB.</summary>
    public static readonly GaugeMetric MemoryFree = Gauge(DcgmMetrics.MemoryFree);

    /// <summary>GPU memory in MiB that the driver keeps for itself.</summary>
    public static readonly GaugeMetric MemoryReserved = Gauge(DcgmMetrics.MemoryReserved);

    /// <summary>
    /// XID errors of the last five minutes, by code. The exporter calls it a counter, but counts anew every time (internal/pkg/collector/expcollector.go): an error is there for five minutes, and
    /// then its series goes.
    /// </summary>
    public static readonly GaugeMetric XidErrors = Gauge(DcgmMetrics.XidErrorCount, "xid", "window_size_in_ms");

    /// <summary>
    /// How often, of the exporter's readings of the last five minutes, clocks were held down for a reason: <c>hw_slowdown</c>, <c>hw_thermal</c>, <c>hw_power_brake</c>, <c>sw_thermal</c>,
    /// <c>power_cap</c> and others (internal/pkg/collector/clock_events_collector.go). Counted as <see cref="XidErrors"/> are.
    /// </summary>
    public static readonly GaugeMetric ClockEvents = Gauge(DcgmMetrics.ClockEventCount, "clock_event", "window_size_in_ms");

    /// <summary>Memory errors of two bits since the driver was loaded.</summary>
    public static readonly CounterMetric UncorrectableErrors = Counter(DcgmMetrics.UncorrectableErrors);

    /// <summary>1 where the remapping of a broken memory row failed. GPUs before Ampere retire pages instead, and tell nothing here.</summary>
    public static readonly GaugeMetric RowRemapFailure = Gauge(DcgmMetrics.RowRemapFailure);

    /// <summary>Time in ns that the GPU was slowed down because it was hot.</summary>
    public static readonly CounterMetric ThermalThrottling = Counter(DcgmMetrics.ThermalThrottling);

    /// <summary>GPU temperature in degrees Celsius; every GPU has it.</summary>
    public static readonly GaugeMetric Temperature = Gauge(DcgmMetrics.Temperature);

    /// <summary>Power draw in W.</summary>
    public static readonly GaugeMetric Power = Gauge(DcgmMetrics.Power);

    private static GaugeMetric Gauge(string name, params IEnumerable<string> labels) => new(name, Exporter, [.. Labels, .. labels]);

    private static CounterMetric Counter(string name) => new(name, Exporter, Labels);

    // A property: static fields are set in the order of the file.
    private static string[] Labels => ["gpu", "UUID", "pci_bus_id", "device", "modelName", "GPU_I_PROFILE", "GPU_I_ID", "DCGM_FI_DRIVER_VERSION"];
}
