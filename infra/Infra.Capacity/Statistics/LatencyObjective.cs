using System.Globalization;

namespace Infra.Capacity.Statistics;

/// <summary>A promise about latency: so many percent of all requests are answered within a time, such as <c>p95=1s</c>.</summary>
/// <param name="Percent">Of all requests; more than 0, at most 100.</param>
/// <param name="Micros">The time.</param>
public readonly record struct LatencyObjective(decimal Percent, long Micros)
{
    public const string AllowedForm = "a percentile and a time, such as p95=1s, p99=250ms or p99.9=2.5s";

    public static bool TryParse(string text, out LatencyObjective objective)
    {
        ArgumentNullException.ThrowIfNull(text);
        objective = default;
        if (text.Split('=') is not [['p', .. var percentile], var time] || !Number(percentile, out var percent) || percent > 100)
        {
            return false;
        }
        var (digits, unit) = time.EndsWith("ms", StringComparison.Ordinal) ? (time[..^2], 1_000)
            : time.EndsWith("us", StringComparison.Ordinal) ? (time[..^2], 1)
            : time.EndsWith('s') ? (time[..^1], 1_000_000)
            : ("", 0);
        if (!Number(digits, out var number) || number > 1_000_000_000 || number * unit < 1)
        {
            return false;
        }
        objective = new LatencyObjective(percent, (long)(number * unit));
        return true;
    }

    public override string ToString() => Micros % 1_000_000 == 0 ? $"p{Percent}={Micros / 1_000_000}s" : Micros % 1000 == 0 ? $"p{Percent}={Micros / 1000}ms" : $"p{Percent}={Micros}us";

    private static bool Number(string text, out decimal number) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number > 0;
}
