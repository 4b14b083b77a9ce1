using System.Collections.Immutable;

namespace Infra.Core.Batch;

/// <summary>A cron expression as Kubernetes takes it (kubernetes.io, "CronJob", "Schedule syntax"): five fields, or a name such as <c>@daily</c>.</summary>
public static class CronSchedule
{
    /// <summary>What <see cref="Problem"/> accepts, for messages.</summary>
    public const string Allowed = "five fields for minute, hour, day of month, month and day of week, such as '0 3 * * *', or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually";

    private static readonly ImmutableArray<string> _macros = ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"];

    private static readonly ImmutableArray<(string Name, int Min, int Max, ImmutableArray<string> Names)> _fields =
    [
        ("minute", 0, 59, []),
        ("hour", 0, 23, []),
        ("day of month", 1, 31, []),
        ("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        ("day of week", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ];

    /// <summary>The complaint about an expression; null if Kubernetes takes it.</summary>
    /// <param name="text">The expression.</param>
    public static string? Problem(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_macros.Contains(text))
        {
            return null;
        }

        // An expression with a zone of its own is refused by Kubernetes beside timeZone.
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != _fields.Length)
        {
            return $"'{text}' is no cron expression; allowed: {Allowed}";
        }

        for (var i = 0; i < fields.Length; i++)
        {
            var (name, min, max, names) = _fields[i];
            if (!fields[i].Split(',').All(part => IsPart(part, min, max, names)))
            {
                return $"'{fields[i]}' is no {name} of a cron expression; allowed: {min} to {max}, *, ranges, steps such as */15, and lists of these";
            }
        }

        return null;
    }

    private static bool IsPart(string part, int min, int max, ImmutableArray<string> names)
    {
        var step = part.Split('/');
        if (step.Length > 2 || (step.Length == 2 && !(int.TryParse(step[1], out var every) && every > 0)))
        {
            return false;
        }

        if (step[0] is "*" or "?")
        {
            return true;
        }

        var range = step[0].Split('-').Select(end => Value(end, names)).ToList();
        return range.Count <= 2 && range.All(value => value >= min && value <= max) && range[0] <= range[^1];
    }

    private static int? Value(string text, ImmutableArray<string> names)
    {
        var named = names.IndexOf(text.ToLowerInvariant());
        // Months count from 1, days of the week from 0.
        return named >= 0 ? named + (names.Length == 12 ? 1 : 0) : text.All(char.IsAsciiDigit) && int.TryParse(text, out var number) ? number : null;
    }
}
