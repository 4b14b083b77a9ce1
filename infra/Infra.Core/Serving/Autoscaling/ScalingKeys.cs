namespace Infra.Core.Serving.Autoscaling;

/// <summary>Where a user says what autoscaling needs of its surroundings: advice names the right keys.</summary>
/// <param name="Prometheus">The address of Prometheus.</param>
/// <param name="Scraping">That Prometheus scrapes models.</param>
/// <param name="GpuMetrics">That metrics of GPUs are published.</param>
public sealed record ScalingKeys(string Prometheus, string Scraping, string GpuMetrics);
