using System.Globalization;

namespace Infra.LoadTesting.Arrivals;

/// <summary>A rate as people write it: <c>50</c>, <c>50/s</c>, <c>3000/min</c>, <c>100/h</c>.</summary>
public static class ArrivalRate
{
    public const string AllowedForm = "a number of requests per time, such as 50/s, 3000/min or 100/h, at most 1000000/s";

    // A clock of microseconds knows no more; nor does any machine send them.
    private const double MostPerSecond = 1_000_000;

    /// <summary>Requests per second.</summary>
    public static bool TryParse(string text, out double perSecond)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        var seconds = parts.Length switch
        {
            1 => 1,
            2 => parts[1] switch { "s" => 1, "min" => 60, "h" => 3600, _ => 0 },
            _ => 0,
        };
        perSecond = 0;
        if (seconds == 0 || !double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || number <= 0 || number / seconds > MostPerSecond)
        {
            return false;
        }
        perSecond = number / seconds;
        return true;
    }
}
