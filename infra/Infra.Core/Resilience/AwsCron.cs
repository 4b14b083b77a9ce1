using System.Collections.Immutable;
using Infra.Core.Batch;

namespace Infra.Core.Resilience;

/// <summary>
/// A cron expression of Kubernetes in the form of AWS: six fields with the year, a day that isn't said is <c>?</c>, days of the week by name, because AWS counts them from 1 (AWS Backup developer guide,
/// "Create a backup plan"; Amazon EventBridge user guide, "Cron expressions").
/// </summary>
public static class AwsCron
{
    private static readonly ImmutableArray<string> _days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The complaint about an expression; null if both take it.</summary>
    /// <param name="cron">The expression as Kubernetes takes it.</param>
    public static string? Problem(string cron)
    {
        if (CronSchedule.Problem(cron) is { } problem)
        {
            return problem;
        }

        var fields = CronSchedule.Fields(cron);
        return IsAny(fields[2]) || IsAny(fields[4]) ? null : $"'{cron}' names days of the month and of the week; AWS takes one of them, so write * for the other";
    }

    /// <summary>The expression of AWS.</summary>
    /// <param name="cron">An expression without a <see cref="Problem"/>.</param>
    /// <exception cref="ArgumentException">It has one.</exception>
    public static string Of(string cron)
    {
        if (Problem(cron) is { } problem)
        {
            throw new ArgumentException(problem, nameof(cron));
        }

        var fields = CronSchedule.Fields(cron);
        var (day, weekday) = IsAny(fields[4]) ? (Step(fields[2], 1), "?") : ("?", Weekdays(fields[4]));
        return $"cron({Step(fields[0], 0)} {Step(fields[1], 0)} {day} {Step(fields[3], 1).ToUpperInvariant()} {weekday} *)";
    }

    private static bool IsAny(string field) => field is "*" or "?";

    // A step needs a number to begin with there.
    private static string Step(string field, int first) => string.Join(',', field.Split(',').Select(part => part.StartsWith("*/", StringComparison.Ordinal) ? $"{first}{part[1..]}" : part == "?" ? "*" : part));

    private static string Weekdays(string field) => string.Join(',', field.Split(',').Select(part =>
    {
        var step = part.Split('/');
        var range = step[0] is "*" or "?" ? "SUN-SAT" : string.Join('-', step[0].Split('-').Select(Weekday));
        return step.Length > 1 ? $"{range}/{step[1]}" : range;
    }));

    private static string Weekday(string day) => day is [>= '0' and <= '6' and var digit] ? _days[digit - '0'] : day.ToUpperInvariant();
}
