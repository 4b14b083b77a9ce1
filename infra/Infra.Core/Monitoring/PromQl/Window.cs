namespace Infra.Core.Monitoring.PromQl;

/// <summary>The range that a rate or a mean is taken over: at least four scrapes, so that one that is late makes no gap.</summary>
public readonly record struct Window
{
    private readonly TimeSpan _time;

    private Window(TimeSpan time)
    {
        var least = Scrape.Interval * Scrape.LeastPerRange;
        if (time < least)
        {
            throw new ArgumentException($"A window of {PromDuration.Text(time)} is shorter than {Scrape.LeastPerRange} scrapes, which take {PromDuration.Text(least)}.", nameof(time));
        }

        _time = time;
    }

    /// <summary>The shortest one.</summary>
    public static Window Shortest => new(Scrape.Interval * Scrape.LeastPerRange);

    /// <summary>Its length.</summary>
    public TimeSpan Time => _time == TimeSpan.Zero ? throw new InvalidOperationException("This window was never given a length.") : _time;

    /// <summary>A window of so many minutes.</summary>
    public static Window Minutes(int minutes) => new(TimeSpan.FromMinutes(minutes));

    /// <summary>A window of so many hours.</summary>
    public static Window Hours(int hours) => new(TimeSpan.FromHours(hours));

    /// <summary>A window of so many days.</summary>
    public static Window Days(int days) => new(TimeSpan.FromDays(days));

    /// <summary>As Prometheus writes it.</summary>
    public override string ToString() => PromDuration.Text(Time);
}
