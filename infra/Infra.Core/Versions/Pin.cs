using System.Globalization;

namespace Infra.Core.Versions;

/// <summary>A fixed version of something that somebody else publishes.</summary>
/// <param name="Source">Where the version was read.</param>
/// <param name="AsOf">When the version was read or published, as ISO 8601 date or month.</param>
public abstract record Pin(string Source, string AsOf)
{
    /// <summary>When its publisher stops supporting the version, as ISO 8601 date or month; null where no end is announced.</summary>
    public string? EndOfSupport { get; init; }

    /// <summary>The last day of support: of a month the last; null where no end is announced.</summary>
    public DateOnly? LastDayOfSupport => EndOfSupport is { } end
        ? DateOnly.TryParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateOnly.ParseExact(end, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1)
        : null;
}
