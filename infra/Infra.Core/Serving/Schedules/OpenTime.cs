using System.Collections.Immutable;

namespace Infra.Core.Serving.Schedules;

/// <summary>A stretch of the week in which a model is needed without a break.</summary>
/// <param name="Start">Its first minute.</param>
/// <param name="End">The minute after its last.</param>
public readonly record struct OpenTime(WeekTime Start, WeekTime End)
{
    /// <summary>How long it is, in minutes.</summary>
    public int Minutes => ((End.Minute - Start.Minute + WeekTime.MinutesOfWeek - 1) % WeekTime.MinutesOfWeek) + 1;

    /// <summary>
    /// What windows of one zone come to: stretches that neither meet nor overlap, each as long as it can be, in the order of their starts. Empty where the windows fill the week.
    /// </summary>
    /// <param name="windows">Windows of one zone.</param>
    public static ImmutableArray<OpenTime> Of(IEnumerable<OfficeWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        var open = new bool[WeekTime.MinutesOfWeek];
        foreach (var window in windows)
        {
            foreach (var day in window.Days)
            {
                var start = new WeekTime(((int)day * WeekTime.MinutesOfDay) + window.From);
                for (var i = 0; i < window.Minutes; i++)
                {
                    open[start.Plus(i).Minute] = true;
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, open.Length).Select(minute => new WeekTime(minute))
                .Where(time => open[time.Minute] && !open[time.Plus(WeekTime.MinutesOfWeek - 1).Minute])
                .Select(start => new OpenTime(start, FirstClosed(open, start))),
        ];
    }

    private static WeekTime FirstClosed(bool[] open, WeekTime start)
    {
        var time = start;
        while (open[time.Minute])
        {
            time = time.Plus(1);
        }

        return time;
    }
}
