using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Core.Batch;

/// <summary>A cron expression as Kubernetes takes it (kubernetes.io, "CronJob", "Schedule syntax"): five fields, or a name such as <c>@daily</c>.</summary>
public static class CronSchedule
{
    /// <summary>What <see cref="Problem"/> accepts, for messages.</summary>
    public const string Allowed = "five fields for minute, hour, day of month, month and day of week, such as '0 3 * * *', or one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually";

    private static readonly ImmutableDictionary<string, string> _macros = new Dictionary<string, string>
    {
        ["@hourly"] = "0 * * * *",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@weekly"] = "0 0 * * 0",
        ["@monthly"] = "0 0 1 * *",
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
    }.ToImmutableDictionary(StringComparer.Ordinal);

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
        // An expression with a zone of its own is refused by Kubernetes beside timeZone.
        var fields = Fields(text);
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

    /// <summary>The five fields; names such as <c>@daily</c> stand for theirs.</summary>
    /// <param name="text">The expression.</param>
    internal static string[] Fields(string text) => _macros.GetValueOrDefault(text, text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The values that each field takes.</summary>
    /// <param name="text">An expression without a <see cref="Problem"/>.</param>
    internal static (ImmutableSortedSet<int> Minute, ImmutableSortedSet<int> Hour, ImmutableSortedSet<int> Day, ImmutableSortedSet<int> Month, ImmutableSortedSet<int> Weekday) Times(string text)
    {
        var fields = Fields(text);
        return (Values(fields, 0), Values(fields, 1), Values(fields, 2), Values(fields, 3), Values(fields, 4));
    }

    private static ImmutableSortedSet<int> Values(string[] fields, int field) => [.. fields[field].Split(',').SelectMany(part => Values(part, _fields[field].Min, _fields[field].Max, _fields[field].Names))];

    // A single value with a step goes on to the last one (robfig/cron v3, parser.go, getRange).
    private static IEnumerable<int> Values(string part, int min, int max, ImmutableArray<string> names)
    {
        var step = part.Split('/');
        var range = step[0] is "*" or "?" ? [min, max] : step[0].Split('-').Select(end => Value(end, names)!.Value).ToList();
        var last = range.Count == 1 && step.Length > 1 ? max : range[^1];
        var every = step.Length > 1 ? int.Parse(step[1], CultureInfo.InvariantCulture) : 1;
        return Enumerable.Range(range[0], last - range[0] + 1).Where(value => (value - range[0]) % every == 0);
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
