using Infra.Core.Versions;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>What the HTTP proxies of Ray Serve publish of an application; they answer in the place of every server.</summary>
public static class RayServeMetrics
{
    /// <summary>Ray itself.</summary>
    public static readonly Exporter Exporter = new(
        "Ray Serve", Pins.RayLlm.Tag, "docs.ray.io, \"Monitor Your Application\"; ray-project/ray, python/ray/serve/_private/constants.py at 0016b72b, dashboard/modules/metrics/dashboards/serve_dashboard_panels.py");

    private static readonly string[] _labels = ["application", "method", "route", "status_code"];

    /// <summary>Time of a request in ms. Of its bounds those that older releases have too: 300 and 400 ms came later.</summary>
    public static readonly HistogramMetric Latency = new("ray_serve_http_request_latency_ms", Exporter, _labels)
    {
        UnitsPerOne = 1000,
        Buckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 60_000, 120_000, 300_000, 600_000],
    };

    /// <summary>Requests.</summary>
    public static readonly CounterMetric Requests = new("ray_serve_num_http_requests_total", Exporter, _labels);

    /// <summary>All of them.</summary>
    public static IEnumerable<Metric> All => [Latency, Requests];
}
