namespace Infra.Core.Monitoring.Dashboards;

/// <summary>Width of a panel in columns of Grafana's grid, which has 24.</summary>
public enum PanelWidth
{
    /// <summary>A sixth: six panels stand side by side.</summary>
    Sixth = 4,

    /// <summary>A quarter.</summary>
    Quarter = 6,

    /// <summary>A third.</summary>
    Third = 8,

    /// <summary>Half.</summary>
    Half = 12,

    /// <summary>The whole line.</summary>
    Full = 24,
}
