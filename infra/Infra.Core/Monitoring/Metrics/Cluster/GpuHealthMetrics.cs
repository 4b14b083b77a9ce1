using Infra.Core.Accelerators;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What the DCGM exporter tells of the health of GPUs, beside <see cref="GpuMetrics"/>. Its monitor gives each series the <c>node</c> of the exporter's pod: the exporter's own label is
/// <c>Hostname</c> in 4.8.2 and <c>hostname</c> in 4.8.3, which the GPU operator brings (NVIDIA/dcgm-exporter at d5e5f51). A GPU that no pod has, has no <c>exported_pod</c>; one that several
/// pods share names one of them.
/// </summary>
public static class GpuHealthMetrics
{
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

    // A property, because static fields are set in the order of the file.
    private static string[] Labels => ["gpu", "UUID", "pci_bus_id", "device", "modelName", "GPU_I_PROFILE", "GPU_I_ID"];

    private static GaugeMetric Gauge(string name, params IEnumerable<string> labels) => new(name, GpuMetrics.Exporter, [.. Labels, .. labels]);

    private static CounterMetric Counter(string name) => new(name, GpuMetrics.Exporter, Labels);
}
