using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving.Schedules;

namespace Infra.Stacks.Configuration;

/// <summary>
/// When a model has its fewest replicas, autoscaling.min; at other times it may have fewer, or sleep. Targets may ask for more at any time, and keep a model that has work awake, except for cpuPercent and memoryPercent: those
/// can't keep the last replica. KEDA opens and closes the windows; replicas start when a window opens and serve a cold start later.
/// </summary>
public sealed record OfficeHoursConfig
{
    /// <summary>Time zone of the windows, by its name at the IANA, such as Europe/Berlin.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When the model is needed; windows may overlap.</summary>
    [NonEmpty]
    public required ImmutableArray<OfficeWindowConfig> Windows { get; init; }

    /// <summary>Fewest replicas at other times, less than min. Default: 0; the model sleeps as soon as it has nothing to do.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int Outside { get; init; }

    // Windows that are none were refused before.
    internal OfficeHours ToHours() => new([.. Windows.Select(window => window.ToWindow(TimeZone)).OfType<OfficeWindow>()], Outside);
}

/// <summary>A time in which a model is needed.</summary>
public sealed record OfficeWindowConfig : IConfigRules
{
    /// <summary>Days on which it begins. Default: monday to friday.</summary>
    [NonEmpty]
    public ImmutableArray<Weekday> Days { get; init; } = Weekdays.Working;

    /// <summary>When it begins, such as 07:30.</summary>
    [Matches(DayTime.FromPattern, "a time of day with two digits each, such as '07:30'")]
    public required string From { get; init; }

    /// <summary>When it ends, such as 19:00, or 24:00 for the day's end; before from it is on the next day.</summary>
    [Matches(DayTime.ToPattern, "a time of day with two digits each, such as '19:00', or '24:00'")]
    public required string To { get; init; }

    /// <summary>Time zone of this window. Default: that of the office hours.</summary>
    public string? TimeZone { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (From == To && !problems.Cover(path))
        {
            problems.Add(ConfigPath.Key(path, "to"), $"'{To}' is when it begins; for a whole day say from '00:00' to '24:00'");
        }
    }

    internal OfficeWindow? ToWindow(string timeZone) => DayTime.Find(From) is { } from && DayTime.Find(To) is { } to
        ? new OfficeWindow(TimeZone ?? timeZone, [.. Days.Select(Weekdays.ToDayOfWeek)], from, to)
        : null;
}
