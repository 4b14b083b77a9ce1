namespace Infra.Core.Monitoring.Dashboards;

/// <summary>Colours of thresholds; Grafana knows them by these names in small letters.</summary>
public enum ThresholdColor
{
    /// <summary>As it should be.</summary>
    Green,

    /// <summary>Worth a look.</summary>
    Yellow,

    /// <summary>Worth a look soon.</summary>
    Orange,

    /// <summary>Not as it should be.</summary>
    Red,
}
