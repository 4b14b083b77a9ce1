namespace Infra.Core.Monitoring.Metrics;

/// <summary>What the kubelet tells of the volumes of its node's pods; its monitor honors their namespace. Of volumes whose driver tells nothing there is nothing: those of S3.</summary>
public static class KubeletMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("kubelet", "1.35", "github.com/kubernetes/kubernetes, pkg/kubelet/metrics/collectors/volume_stats.go and metrics.go");

    /// <summary>Bytes of a volume that are free.</summary>
    public static readonly GaugeMetric VolumeAvailable = Of("kubelet_volume_stats_available_bytes");

    /// <summary>Bytes that a volume has.</summary>
    public static readonly GaugeMetric VolumeCapacity = Of("kubelet_volume_stats_capacity_bytes");

    /// <summary>Files that a volume has room for.</summary>
    public static readonly GaugeMetric VolumeInodesFree = Of("kubelet_volume_stats_inodes_free");

    /// <summary>Files that a volume may have.</summary>
    public static readonly GaugeMetric VolumeInodes = Of("kubelet_volume_stats_inodes");

    private static GaugeMetric Of(string name) => new(name, Exporter, "persistentvolumeclaim");
}
