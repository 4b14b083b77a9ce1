using System.Text.RegularExpressions;

namespace Infra.Engine.Yaml;

/// <summary>
/// An unquoted date is a time to yaml.v3, and Pulumi keeps a time as Go prints it: <c>2026-03-01</c> reaches the program
/// as <c>2026-03-01 00:00:00 +0000 UTC</c>. A preview that showed the text of the file would show something else than an update.
/// </summary>
internal static partial class GoTimestamp
{
    /// <summary>The text that Pulumi passes on; null when this is no time.</summary>
    public static string? TryFormat(string text)
    {
        var match = Literal().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan) : 0;
        int year = Part("year"), month = Part("month"), day = Part("day");
        int hour = Part("hour"), minute = Part("minute"), second = Part("second");
        if (month is < 1 or > 12 || day < 1 || year < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.TrimEnd('0').TrimEnd('.');
        var offset = match.Groups["offset"].Value.Replace(":", "");
        var zone = offset.Length == 0 ? "+0000 UTC" : $"{offset} {offset}";
        return $"{year:0000}-{month:00}-{day:00} {hour:00}:{minute:00}:{second:00}{fraction} {zone}";
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
        + @"(([Tt](?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?<fraction>\.[0-9]{1,9})?(Z|(?<offset>[-+][0-9]{2}:[0-9]{2})))"
        + @"|( (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?<fraction>\.[0-9]{1,9})?))?$")]
    private static partial Regex Literal();
}
