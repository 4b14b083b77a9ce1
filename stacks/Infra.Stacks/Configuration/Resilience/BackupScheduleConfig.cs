using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Resilience;

namespace Infra.Stacks.Configuration;

/// <summary>When something is kept, and when it is tried.</summary>
public sealed record BackupScheduleConfig : IConfigRules
{
    /// <summary>Cron expression of five fields, or a name such as <c>@daily</c>. Default: <c>0 3 * * *</c>.</summary>
    public string Cron { get; init; } = "0 3 * * *";

    /// <summary>Cron expression of the restore test, in which the last backup is restored beside what runs, and deleted again. Default: <c>0 6 * * 0</c>.</summary>
    public string RestoreTest { get; init; } = "0 6 * * 0";

    /// <summary>Time zone of both by its IANA name. Default: Etc/UTC.</summary>
    [Matches(TimeZoneName.Pattern, TimeZoneName.Allowed)]
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        foreach (var (key, cron) in new[] { ("cron", Cron), ("restoreTest", RestoreTest) })
        {
            if (AwsCron.Problem(cron) is { } problem)
            {
                problems.Add(ConfigPath.Key(path, key), problem);
            }
            else if (CronPause.Longest(cron) is null)
            {
                problems.Add(ConfigPath.Key(path, key), $"'{cron}' is a day that never comes; name another");
            }
        }
    }
}
