namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Fluent Bit tells of the logs that it sends.</summary>
public static class FluentBitMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("fluent-bit", "5.1.1", "github.com/fluent/fluent-bit, tag v5.1.1, src/flb_output.c");

    /// <summary>Records that were given up.</summary>
    public static readonly CounterMetric DroppedRecords = new("fluentbit_output_dropped_records_total", Exporter, "name");

    /// <summary>Batches that were given up after their last retry.</summary>
    public static readonly CounterMetric AbandonedBatches = new("fluentbit_output_retries_failed_total", Exporter, "name");

    /// <summary>Batches that were sent again because the first attempt failed.</summary>
    public static readonly CounterMetric Retries = new("fluentbit_output_retries_total", Exporter, "name");
}
