using System.Collections.Immutable;
using Infra.Core.Configuration;
using NodaTime;
using NodaTime.TimeZones;

namespace Infra.Core.Serving.Schedules;

/// <summary>
/// The time zones of the IANA, of the release in the package NodaTime: a plan must not depend on the database of the machine that makes it.
/// </summary>
public static class TimeZones
{
    private static readonly TzdbDateTimeZoneSource _source = TzdbDateTimeZoneSource.Default;

    /// <summary>Release of the database, such as 2026f.</summary>
    public static string Release => _source.TzdbVersion;

    /// <summary>The complaint about a name; null if it is a zone.</summary>
    /// <param name="name">Name such as Europe/Berlin; upper and lower case count, as on the machines that KEDA runs on.</param>
    public static string? Problem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_names.Contains(name))
        {
            return null;
        }

        var nearest = Suggestion.Nearest(name, _names);
        return $"{Shown.Quoted(name)} is no time zone of the IANA ({Release}); {(nearest is null ? "they are written such as Europe/Berlin, America/New_York or UTC" : $"did you mean '{nearest}'?")}";
    }

    /// <summary>The zone of a name that <see cref="Problem"/> has nothing against.</summary>
    internal static DateTimeZone Of(string name) => _source.ForId(name);

    private static readonly ImmutableSortedSet<string> _names = _source.GetIds().ToImmutableSortedSet(StringComparer.Ordinal);
}
