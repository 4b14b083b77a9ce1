using Infra.Core.Accelerators;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What the DCGM exporter tells of GPUs (<see cref="DcgmMetrics"/> decides what it publishes). The pod that uses a GPU is in <c>exported_namespace</c> and
/// <c>exported_pod</c>, or in <c>namespace</c> and <c>pod</c> where the monitor honors the exporter's labels.
/// </summary>
public static class GpuMetrics
{
    private static readonly string[] _labels = ["gpu", "UUID", "pci_bus_id", "device", "modelName", "Hostname", "hostname", "GPU_I_PROFILE", "GPU_I_ID"];

    /// <summary>The exporter itself.</summary>
    public static readonly Exporter Exporter = new("DCGM exporter", "4.8.2", "github.com/NVIDIA/dcgm-exporter, etc/default-counters.csv, internal/pkg/rendermetrics and internal/pkg/transformation");

    /// <summary>Use in percent; none of a GPU in MIG mode.</summary>
    public static readonly GaugeMetric Utilisation = Gauge(DcgmMetrics.Utilisation);

    /// <summary>Share of time that compute engines were active, 0 to 1; of MIG pieces too.</summary>
    public static readonly GaugeMetric EngineActive = Gauge(DcgmMetrics.EngineActive);

    /// <summary>Used memory in MiB.</summary>
    public static readonly GaugeMetric MemoryUsed = Gauge(DcgmMetrics.MemoryUsed);

    /// <summary>Free memory in MiB.</summary>
    public static readonly GaugeMetric MemoryFree = Gauge(DcgmMetrics.MemoryFree);

    /// <summary>Memory in MiB that the driver keeps.</summary>
    public static readonly GaugeMetric MemoryReserved = Gauge(DcgmMetrics.MemoryReserved);

    /// <summary>Power in W.</summary>
    public static readonly GaugeMetric Power = Gauge(DcgmMetrics.Power);

    /// <summary>Share of the memory in use, 0 to 1.</summary>
    /// <param name="matchers">Conditions on labels.</param>
    public static Expression MemoryShare(params Matcher[] matchers) =>
        MemoryUsed.Now(matchers) / (MemoryUsed.Now(matchers) + MemoryFree.Now(matchers) + MemoryReserved.Now(matchers));

    /// <summary>What is told of the GPUs that some pods use, in whichever labels the monitor leaves the pod (honorLabels).</summary>
    /// <param name="namespaceName">Namespace of the pods.</param>
    /// <param name="pods">Regular expression of their names.</param>
    /// <param name="expression">The expression, by conditions on labels.</param>
    public static Expression OfPods(string namespaceName, string pods, Func<Matcher[], Expression> expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression([Matcher.Is("exported_namespace", namespaceName), Matcher.Like("exported_pod", pods)])
            .Or(expression([Matcher.Is(TargetLabels.Namespace, namespaceName), Matcher.Like(TargetLabels.Pod, pods)]));
    }

    private static GaugeMetric Gauge(string field) => new(field, Exporter, _labels);
}
