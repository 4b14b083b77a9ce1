using System.Globalization;

namespace Infra.Capacity.Statistics;

/// <summary>A time as people read it: three digits and a unit.</summary>
public static class LatencyText
{
    public static string Of(double micros) => micros switch
    {
        < 999.5 => $"{Math.Round(micros)} µs",
        < 999_500 => $"{Digits(micros / 1000)} ms",
        _ => $"{Digits(micros / 1_000_000)} s",
    };

    private static string Digits(double number) => number.ToString(number < 9.995 ? "0.00" : number < 99.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
