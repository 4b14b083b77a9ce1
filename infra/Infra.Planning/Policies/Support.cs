using System.Globalization;
using Infra.Core;
using Infra.Core.Versions;

namespace Infra.Planning.Policies;

/// <summary>What is said of a version whose support has ended, or ends before an upgrade is planned, tried and done.</summary>
internal static class Support
{
    /// <summary>How many days before the end it is said.</summary>
    public const int Notice = 60;

    /// <param name="what">The version, e.g. <c>Kubernetes 1.34</c>.</param>
    /// <param name="pin">What is known of it; null for nothing.</param>
    /// <param name="on">The day that is judged; on <see cref="DateOnly.MinValue"/> nothing ends.</param>
    /// <param name="todo">What to do.</param>
    /// <returns>The problem; null for none.</returns>
    public static string? Problem(string what, Pin? pin, DateOnly on, string todo)
    {
        if (pin?.LastDayOfSupport is not { } end || on < end.AddDays(-Notice))
        {
            return null;
        }

        var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (end.DayNumber - on.DayNumber) switch
        {
            < 0 => $"standard support of {what} ended on {day}; {todo}",
            0 => $"standard support of {what} ends today; {todo}",
            var days => $"standard support of {what} ends on {day}, in {Counted.Of(days, "day")}; {todo}",
        };
    }
}
