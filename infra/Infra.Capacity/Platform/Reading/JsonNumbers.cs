using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Capacity.Platform.Reading;

/// <summary>Numbers of a plan, as JSON or as text.</summary>
internal static class JsonNumbers
{
    private const long Second = 1_000_000;

    /// <summary>The number; null where there is none.</summary>
    public static double? Number(this JsonNode? value) =>
        value is not null && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Integer(this JsonNode? value) => (int?)value.Number();

    /// <summary>Seconds as microseconds.</summary>
    public static long? SecondsAsMicros(this JsonNode? value) => Micros(value.Number());

    public static long? Micros(double? seconds) => seconds is { } known ? (long)Math.Round(known * Second) : null;

    public static long Micros(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    public static long? Millis(this JsonNode? value) => value.Number() is { } number ? (long)Math.Round(number * 1000) : null;
}
