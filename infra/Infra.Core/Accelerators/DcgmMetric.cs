namespace Infra.Core.Accelerators;

/// <summary>A field of NVIDIA's DCGM as the exporter publishes it; the field is also the metric's name in Prometheus.</summary>
/// <param name="Field">Name of the field, e.g. <c>DCGM_FI_DEV_FB_USED</c>.</param>
/// <param name="Type">How it is published.</param>
/// <param name="Help">What it says, with its unit; no comma, which would end the column.</param>
public sealed record DcgmMetric(string Field, DcgmMetricType Type, string Help)
{
    /// <summary>The line of the exporter's list.</summary>
    public string ToLine() => $"{Field}, {Type.ToString().ToLowerInvariant()}, {Help}";
}
