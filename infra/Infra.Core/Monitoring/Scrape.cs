namespace Infra.Core.Monitoring;

/// <summary>How often the metrics of everything are read: exporters, models and controllers alike.</summary>
public static class Scrape
{
    /// <summary>Time between two scrapes; it is no faster than the DCGM exporter's own reading.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Scrapes that a range spans at least: with fewer, one that is late makes a gap.</summary>
    public const int LeastPerRange = 4;

    /// <summary>The interval as Prometheus writes it.</summary>
    public static string IntervalText => PromDuration.Text(Interval);
}
