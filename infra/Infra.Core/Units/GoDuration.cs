using System.Globalization;
using System.Text;
using Infra.Core.Configuration;

namespace Infra.Core.Units;

/// <summary>A span of time in whole milliseconds, written as in Go and therefore in Kubernetes: <c>1h30m</c>, <c>5m</c>, <c>30s</c>.</summary>
/// <param name="Milliseconds">The length in milliseconds.</param>
public readonly record struct GoDuration(long Milliseconds) : IConfigScalar<GoDuration>
{
    private static readonly (string Unit, long Milliseconds)[] Units = [("h", 3_600_000), ("ms", 1), ("m", 60_000), ("s", 1000)];

    // What Go can hold: 2^63 nanoseconds.
    private const long Longest = long.MaxValue / 1_000_000;

    /// <inheritdoc/>
    public static string AllowedForm => "a duration such as 30s, 5m, 1h30m or 500ms";

    /// <inheritdoc/>
    public static string Pattern => $"({ExactNumber.Pattern}(h|m|s|ms))+";

    /// <summary>The length in seconds, for Kubernetes fields that end in <c>Seconds</c>; part of a second is dropped.</summary>
    public long WholeSeconds => Milliseconds / 1000;

    /// <inheritdoc/>
    public static bool TryParse(string text, out GoDuration value)
    {
        value = default;
        var rest = text.AsSpan();
        var total = 0L;
        while (!rest.IsEmpty)
        {
            if (!TryTakePart(ref rest, out var milliseconds) || milliseconds > Longest - total)
            {
                return false;
            }

            total += milliseconds;
        }

        value = new GoDuration(total);
        return text.Length > 0;
    }

    /// <summary>The same length as a <see cref="TimeSpan"/>.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromMilliseconds(Milliseconds);

    /// <inheritdoc/>
    public int CompareTo(GoDuration other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>The form in which Kubernetes stores it, that of Go's <c>Duration.String</c>: <c>1h30m0s</c>, <c>5m0s</c>, <c>1.5s</c>, <c>500ms</c>, <c>0s</c>.</summary>
    public override string ToString()
    {
        if (Milliseconds is > 0 and < 1000)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}ms");
        }

        var (hours, afterHours) = Math.DivRem(Milliseconds, 3_600_000);
        var (minutes, afterMinutes) = Math.DivRem(afterHours, 60_000);
        var text = new StringBuilder();
        if (hours > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{hours}h");
        }

        if (hours > 0 || minutes > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{minutes}m");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{afterMinutes / 1000m:0.###}s").ToString();
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, out long milliseconds)
    {
        milliseconds = 0;
        var digits = 0;
        while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '.'))
        {
            digits++;
        }

        foreach (var (unit, factor) in Units)
        {
            if (rest[digits..].StartsWith(unit, StringComparison.Ordinal))
            {
                var isExact = ExactNumber.TryScale(rest[..digits], factor, out milliseconds);
                rest = rest[(digits + unit.Length)..];
                return isExact;
            }
        }

        return false;
    }

    /// <summary>True if the left span is shorter.</summary>
    public static bool operator <(GoDuration left, GoDuration right) => left.Milliseconds < right.Milliseconds;

    /// <summary>True if the left span is longer.</summary>
    public static bool operator >(GoDuration left, GoDuration right) => left.Milliseconds > right.Milliseconds;

    /// <summary>True if the left span is shorter or equal.</summary>
    public static bool operator <=(GoDuration left, GoDuration right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>True if the left span is longer or equal.</summary>
    public static bool operator >=(GoDuration left, GoDuration right) => left.Milliseconds >= right.Milliseconds;
}
