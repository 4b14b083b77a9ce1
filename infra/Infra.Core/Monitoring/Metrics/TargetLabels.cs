using System.Collections.Frozen;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// Labels that the Prometheus operator gives to whatever a monitor finds (prometheus-operator, pkg/prometheus/promcfg.go, generateServiceMonitorConfig), and
/// that which models' monitors copy from their pods. An exporter's own label of such a name is kept as <c>exported_NAME</c>, where the monitor doesn't honor it.
/// </summary>
public static class TargetLabels
{
    public const string Namespace = "namespace";
    public const string Pod = "pod";
    public const string Container = "container";
    public const string Service = "service";
    public const string Job = "job";
    public const string Instance = "instance";

    /// <summary>The model whose pods are scraped; its monitor copies it from <c>app.kubernetes.io/instance</c>.</summary>
    public const string ModelInstance = "app_kubernetes_io_instance";

    private static readonly FrozenSet<string> _all = new[] { Namespace, Pod, Container, Service, Job, Instance, "endpoint", "node", ModelInstance }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether any metric may have the label.</summary>
    public static bool Has(string label) => _all.Contains(label.StartsWith("exported_", StringComparison.Ordinal) ? label["exported_".Length..] : label);
}
