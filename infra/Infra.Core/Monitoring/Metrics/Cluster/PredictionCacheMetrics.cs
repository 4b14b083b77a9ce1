namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What the servers of a prediction cache tell, by our own script. The store behind them tells Prometheus nothing: Valkey has no exporter beside it, and ElastiCache's metrics are
/// CloudWatch's; but each server counts the times that it couldn't ask the store.
/// </summary>
public static class PredictionCacheMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("prediction cache", "of this project", "infra/Infra.Core/Serving/Predictions/predictions.lua, M.metrics");

    /// <summary>Requests by how they were answered: <c>hit</c>, <c>miss</c>, <c>bypass</c>, or <c>error</c> where the store didn't answer and the model did.</summary>
    public static readonly CounterMetric Requests = new("prediction_cache_requests_total", Exporter, "result");
}
