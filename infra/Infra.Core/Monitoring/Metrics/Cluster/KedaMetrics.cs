namespace Infra.Core.Monitoring.Metrics;

/// <summary>What KEDA's operator tells. Its monitor doesn't honor the <c>namespace</c> of what it tells of, which is <c>exported_namespace</c> then (keda 2.20.2, templates/manager/servicemonitor.yaml).</summary>
public static class KedaMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("keda-operator", "2.20.2", "github.com/kedacore/keda, tag v2.20.2, pkg/metricscollector/prommetrics.go");

    /// <summary>Times that a trigger of a ScaledObject could not be asked; each is asked every polling interval.</summary>
    public static readonly CounterMetric ScalerErrors = new("keda_scaler_detail_errors_total", Exporter, "metric", "scaledObject", "scaler", "triggerIndex", "type");
}
