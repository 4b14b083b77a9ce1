using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Capacity.Traces;

/// <summary>Reads the times of a trace, all of which have to be of the form that the first one has.</summary>
/// <param name="unit">Microseconds in a number of 1; null where the first number tells: nobody means a moment in the year 5000 by seconds.</param>
internal sealed class TraceClock(decimal? unit)
{
    private const decimal Seconds = 1_000_000;
    private const decimal Milliseconds = 1_000;
    private const int DigitsOfTicks = 7;
    private const long MicrosOfDay = 86_400_000_000;

    // Autoscalers look every few seconds of it, requests or not: by a time in the wrong unit a simulation would never end.
    private const long MostMicros = 366 * MicrosOfDay;

    private const string Allowed = "allowed: seconds, such as 12.5, seconds to nanoseconds since 1970, or a date and time, such as 2023-11-16 18:15:46.68";

    private static readonly string[] _formats = ["yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private decimal? _unit = unit;
    private bool? _isDate;
    private long _first;
    private long _last;

    /// <summary>Microseconds after the first time that was read.</summary>
    /// <exception cref="TraceFormatException">It is no time, or earlier than the one before.</exception>
    public long Read(ReadOnlySpan<char> text, long line)
    {
        var isFirst = _isDate is null;
        _isDate ??= IsDate(text);
        if ((_isDate.Value ? Date(text) : Number(text, line)) is not { } micros)
        {
            throw new TraceFormatException(line, IsDate(text) != _isDate && !isFirst
                ? $"{Shown.Quoted(text.ToString())} is another form of time than the first one; a trace has to keep to one"
                : $"{Shown.Quoted(text.ToString())} is no time; {Allowed}");
        }

        if (isFirst)
        {
            (_first, _last) = (micros, micros);
        }

        if (micros < _last)
        {
            throw new TraceFormatException(line, $"{Shown.Quoted(text.ToString())} is {Seconds0(_last - micros)} earlier than the request before; requests have to stand in the order of their times");
        }

        if (micros - _first > MostMicros)
        {
            throw new TraceFormatException(line, $"{Shown.Quoted(text.ToString())} is {(micros - _first) / MicrosOfDay:N0} days after the first request; allowed: {MostMicros / MicrosOfDay} at most. Is it in another unit?");
        }

        _last = micros;
        return micros - _first;
    }

    // A date has a dash or colon behind its year; a number has one only in front.
    private static bool IsDate(ReadOnlySpan<char> text) => text.Length > 1 && text[1..].ContainsAny('-', ':') && !text.ContainsAny('e', 'E');

    private static long? Date(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParseExact(InTicks(text), _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond
            : null;

    private long? Number(ReadOnlySpan<char> text, long line)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (number < 0)
        {
            throw new TraceFormatException(line, $"the time {Shown.Quoted(text.ToString())} is negative; allowed: 0 or more");
        }

        _unit ??= UnitOf(number);
        return number <= long.MaxValue / _unit ? (long)(number * _unit.Value) : null;
    }

    // The same moment of this century has 10 digits in seconds, 13 in milliseconds, 16 in microseconds, 19 in nanoseconds.
    private static decimal UnitOf(decimal number) => number switch
    {
        < 100_000_000_000 => Seconds,
        < 100_000_000_000_000 => Milliseconds,
        < 100_000_000_000_000_000 => 1,
        _ => 1 / Milliseconds,
    };

    // Some write nanoseconds; a tick has a hundred.
    private static ReadOnlySpan<char> InTicks(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        var digits = point < 0 ? 0 : text[(point + 1)..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - point - 1;
        return digits <= DigitsOfTicks ? text : string.Concat(text[..(point + 1 + DigitsOfTicks)], text[(point + 1 + digits)..]);
    }

    private static string Seconds0(long micros) => string.Create(CultureInfo.InvariantCulture, $"{micros / Seconds:0.######} s");
}
