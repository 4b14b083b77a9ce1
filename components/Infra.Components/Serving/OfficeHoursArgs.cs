using Infra.Core.Configuration;
using Infra.Core.Serving.Schedules;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>When a model has its fewest replicas.</summary>
public sealed class OfficeHoursArgs : ResourceArgs
{
    /// <summary>When it is needed; at least one window.</summary>
    [Input("windows", required: true)]
    public required List<OfficeWindowArgs> Windows { get; init; }

    /// <summary>Fewest replicas at other times, less than the fewest otherwise. Default: 0; the model sleeps as soon as it has nothing to do.</summary>
    [Input("outside")]
    public int Outside { get; init; }

    /// <summary>The input form of office hours; null for none.</summary>
    /// <param name="hours">The hours.</param>
    public static OfficeHoursArgs? From(OfficeHours? hours) => hours is null ? null : new OfficeHoursArgs
    {
        Windows = [.. hours.Windows.Select(OfficeWindowArgs.Of)],
        Outside = hours.Outside,
    };

    internal void Check(string path, ConfigProblems problems)
    {
        if (Windows.Count == 0)
        {
            problems.Add($"{path}.windows", "there is none; name at least one window");
        }

        for (var i = 0; i < Windows.Count; i++)
        {
            Windows[i].Check($"{path}.windows[{i}]", problems);
        }
    }

    internal OfficeHours ToHours() => new([.. Windows.Select(window => window.ToWindow()).OfType<OfficeWindow>()], Outside);
}

/// <summary>A time in which a model is needed.</summary>
public sealed class OfficeWindowArgs : ResourceArgs
{
    /// <summary>Name of its time zone at the IANA, such as <c>Europe/Berlin</c>.</summary>
    [Input("timeZone", required: true)]
    public required string TimeZone { get; init; }

    /// <summary>Days on which it begins, such as <c>monday</c>.</summary>
    [Input("days", required: true)]
    public required List<string> Days { get; init; }

    /// <summary>When it begins, such as <c>07:30</c>.</summary>
    [Input("from", required: true)]
    public required string From { get; init; }

    /// <summary>When it ends, such as <c>19:00</c>, or <c>24:00</c> for the day's end; not later than <see cref="From"/>, it is on the next day.</summary>
    [Input("to", required: true)]
    public required string To { get; init; }

    internal static OfficeWindowArgs Of(OfficeWindow window) => new()
    {
        TimeZone = window.TimeZone,
        Days = [.. window.Days.Select(day => WireNames.Name(day.ToWeekday()))],
        From = DayTime.Text(window.From),
        To = DayTime.Text(window.To),
    };

    internal void Check(string path, ConfigProblems problems)
    {
        foreach (var (key, time) in new[] { ("from", From), ("to", To) })
        {
            if (DayTime.Find(time) is null)
            {
                problems.Add($"{path}.{key}", $"'{time}' is no time of day; allowed: two digits each, such as '07:30'");
            }
        }

        foreach (var day in Days.Where(day => !WireNames.TryParse<Weekday>(day, out _)))
        {
            problems.Add($"{path}.days", $"'{day}' is no day of the week; there are: {string.Join(", ", WireNames.All<Weekday>())}");
        }

        if (Days.Count == 0)
        {
            problems.Add($"{path}.days", "there is none; name at least one day");
        }
    }

    // What is no time or day was refused before.
    internal OfficeWindow? ToWindow() => DayTime.Find(From) is { } from && DayTime.Find(To) is { } to
        ? new OfficeWindow(TimeZone, [.. Days.SelectMany(Day)], from, to)
        : null;

    private static IEnumerable<DayOfWeek> Day(string name) => WireNames.TryParse<Weekday>(name, out var day) ? [day.ToDayOfWeek()] : [];
}
