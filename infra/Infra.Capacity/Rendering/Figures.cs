using System.Globalization;
using Infra.Capacity.Simulation;
using Infra.Planning.Costs.Rendering;

namespace Infra.Capacity.Rendering;

/// <summary>Figures for people: the only place where they are rounded.</summary>
internal static class Figures
{
    public const string None = "–";

    private const double Millisecond = 1_000;
    private const double Second = 1_000_000;
    private const double Minute = 60 * Second;
    private const double Hour = 60 * Minute;

    /// <summary>How long an answer takes: three digits.</summary>
    public static string Time(double micros) => micros switch
    {
        < 999.5 => Text($"{micros:0} µs"),
        < 999.5 * Millisecond => Text($"{Three(micros / Millisecond)} ms"),
        _ => Text($"{Three(micros / Second)} s"),
    };

    /// <summary>How long something goes on: two units.</summary>
    public static string Long(long micros)
    {
        var (value, unit, part, next) = (double)micros switch
        {
            >= Hour => (micros / Hour, "h", (micros % Hour) / Minute, "min"),
            >= Minute => (micros / Minute, "min", (micros % Minute) / Second, "s"),
            _ => (Math.Round(micros / Second, 1), "s", 0, ""),
        };
        return (int)part == 0 ? Text($"{(unit == "s" ? value : Math.Floor(value)):0.#} {unit}") : Text($"{Math.Floor(value):0} {unit} {Math.Floor(part):0} {next}");
    }

    public static string Number(double value) => Text($"{Three(value)}");

    public static string Whole(long value) => Text($"{value:N0}");

    public static string Count(long count, string what) => Text($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    /// <summary>A share in percent, as exact as a promise of several nines needs it; what is less than all is never said to be all.</summary>
    public static string Percent(double share) => share switch
    {
        0 or 1 => Text($"{share * 100:0} %"),
        >= 0.99 => Text($"{Math.Floor(share * 100_000) / 1000:0.###} %"),
        < 0.001 => Text($"{share * 100:0.0##} %"),
        _ => Text($"{share * 100:0.#} %"),
    };

    public static string Share(long part, long all) => part == 0 ? "none" : all == 0 ? None : Percent((double)part / all);

    public static string Usd(decimal? usd) => usd is { } amount ? Money.Usd(amount) : "a cost that nobody knows";

    /// <summary>The least, the mean and the most.</summary>
    public static string Steps(StepFigures steps) => steps.Min == steps.Max ? Text($"{steps.Min}") : Text($"{steps.Min} / {Three(steps.Mean)} / {steps.Max}");

    /// <summary>A promise in words.</summary>
    public static string Promise(ObjectiveResult objective) => objective.Kind switch
    {
        ObjectiveKind.Availability => $"{Percent(objective.TargetShare)} answered",
        var kind => $"{Percent(objective.TargetShare)} {kind switch
        {
            ObjectiveKind.Latency => "answered",
            ObjectiveKind.FirstToken => "begun",
            ObjectiveKind.InterToken => "of tokens",
            _ => "taken up",
        }} within {Time(objective.TargetMicros ?? 0)}",
    };

    private static string Three(double value) => Math.Abs(value) switch
    {
        >= 99.95 => Text($"{value:N0}"),
        >= 9.995 => Text($"{value:0.#}"),
        _ => Text($"{value:0.##}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
