namespace Infra.Core.Accelerators;

/// <summary>How the DCGM exporter publishes a field.</summary>
public enum DcgmMetricType
{
    /// <summary>A value of the moment.</summary>
    Gauge,

    /// <summary>A value that only grows.</summary>
    Counter,

    /// <summary>Text that the other metrics carry as a label.</summary>
    Label,
}
