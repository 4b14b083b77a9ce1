using System.Globalization;

namespace Infra.Core.Serving.Schedules;

/// <summary>A time of day as minutes, from 0 to 1440 for 24:00.</summary>
public static class DayTime
{
    /// <summary>Pattern of a time that a window may begin with.</summary>
    public const string FromPattern = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /// <summary>Pattern of a time that a window may end with.</summary>
    public const string ToPattern = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";

    /// <summary>The minutes of a time that has one of the patterns.</summary>
    /// <param name="text">Such as 07:30.</param>
    public static int Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (60 * int.Parse(text[..2], CultureInfo.InvariantCulture)) + int.Parse(text[3..], CultureInfo.InvariantCulture);
    }

    /// <summary>The time of a day, such as 07:30.</summary>
    /// <param name="minutes">0 to 1440.</param>
    public static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
