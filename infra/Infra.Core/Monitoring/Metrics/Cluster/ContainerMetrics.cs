namespace Infra.Core.Monitoring.Metrics;

/// <summary>What the kubelet's cAdvisor tells of containers. A pod's network has no container, and sums over a pod's containers stand beside each of them.</summary>
public static class ContainerMetrics
{
    /// <summary>cAdvisor itself.</summary>
    public static readonly Exporter Exporter = new("cAdvisor", "of the kubelet 1.34 and later", "github.com/google/cadvisor, docs/storage/prometheus.md; labels: github.com/kubernetes/kubernetes, pkg/kubelet/server/server.go, containerPrometheusLabelsFunc");

    /// <summary>CPU time in s.</summary>
    public static readonly CounterMetric Cpu = new("container_cpu_usage_seconds_total", Exporter, "id", "image", "name", "cpu");

    /// <summary>Memory in bytes that can't be taken back.</summary>
    public static readonly GaugeMetric Memory = new("container_memory_working_set_bytes", Exporter, "id", "image", "name");

    /// <summary>Bytes read from disks.</summary>
    public static readonly CounterMetric DiskReads = new("container_fs_reads_bytes_total", Exporter, "id", "image", "name", "device");

    /// <summary>Bytes written to disks.</summary>
    public static readonly CounterMetric DiskWrites = new("container_fs_writes_bytes_total", Exporter, "id", "image", "name", "device");

    /// <summary>Bytes received.</summary>
    public static readonly CounterMetric Received = new("container_network_receive_bytes_total", Exporter, "id", "image", "name", "interface");

    /// <summary>Bytes sent.</summary>
    public static readonly CounterMetric Sent = new("container_network_transmit_bytes_total", Exporter, "id", "image", "name", "interface");
}
