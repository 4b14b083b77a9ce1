using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving.Schedules;

namespace Infra.Stacks.Configuration;

/// <summary>When somebody is there to be told of alerts.</summary>
public sealed record AlertHoursConfig : IConfigRules
{
    /// <summary>Time zone of the windows, by its name at the IANA, such as Europe/Berlin.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When somebody is there; windows may overlap.</summary>
    [NonEmpty]
    public required ImmutableArray<OfficeWindowConfig> Windows { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var windows = ToWindows();
        foreach (var problem in windows.Select(window => window.TimeZone).Distinct(StringComparer.Ordinal).Select(TimeZones.Problem).OfType<string>())
        {
            problems.Add(path, problem);
        }

        foreach (var zone in windows.GroupBy(window => window.TimeZone, StringComparer.Ordinal).Where(zone => OpenTime.Of(zone).IsEmpty))
        {
            problems.Add(ConfigPath.Key(path, "windows"), $"they fill the whole week in {zone.Key}; remove officeHours, it is told at any time without it");
        }
    }

    // Windows that are none were refused before.
    internal ImmutableArray<OfficeWindow> ToWindows() => [.. Windows.Select(window => window.ToWindow(TimeZone)).OfType<OfficeWindow>()];
}
