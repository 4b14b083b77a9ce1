using System.Collections.Immutable;
using Infra.Components.Identity;
using Infra.Components.Jobs;
using Infra.Core.Batch;
using Infra.Core.Configuration;

namespace Infra.Components.Training;

/// <summary>What can be wrong with the arguments of a training.</summary>
internal static class TrainingJobCheck
{
    // With less than 10 the CronJob controller, which looks every 10 seconds, may never start a run (kubernetes.io, "CronJob").
    private const int LeastStartingDeadline = 10;

    private static readonly ImmutableArray<string> _concurrencies = ["Forbid", "Replace", "Allow"];

    /// <summary>Adds a problem for each wrong argument.</summary>
    public static void Run(string name, TrainingJobArgs args, ConfigProblems problems)
    {
        JobCheck.Run(name, args.JobName, args.Pod, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "retries"), args.Retries, 0, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "deadlineSeconds"), args.DeadlineSeconds, 1, problems);
        JobCheck.CheckLeast(ConfigPath.Key(name, "ttlSeconds"), args.TtlSeconds, 0, problems);
        JobCheck.CheckExitCodes(ConfigPath.Key(name, "fatalExitCodes"), args.FatalExitCodes, problems);
        if (args.Schedule is { } schedule)
        {
            CheckSchedule(ConfigPath.Key(name, "schedule"), schedule, problems);
        }

        if (args.Policy is null)
        {
            return;
        }

        PodIdentity.Check(name, problems);
        if (args.ClusterName is null)
        {
            problems.Add(ConfigPath.Key(name, "clusterName"), "missing; pods get their role through the Pod Identity of an EKS cluster");
        }
    }

    private static void CheckSchedule(string path, TrainingScheduleArgs schedule, ConfigProblems problems)
    {
        if (CronSchedule.Problem(schedule.Cron) is { } problem)
        {
            problems.Add(ConfigPath.Key(path, "cron"), problem);
        }

        if (!TimeZoneName.Accepts(schedule.TimeZone))
        {
            problems.Add(ConfigPath.Key(path, "timeZone"), $"{Shown.Quoted(schedule.TimeZone)} is no name of a time zone; allowed: {TimeZoneName.Allowed}");
        }

        if (!_concurrencies.Contains(schedule.Concurrency))
        {
            problems.Add(ConfigPath.Key(path, "concurrency"), $"{Shown.Quoted(schedule.Concurrency)} is none of {string.Join(", ", _concurrencies)}");
        }

        JobCheck.CheckLeast(ConfigPath.Key(path, "startingDeadlineSeconds"), schedule.StartingDeadlineSeconds, LeastStartingDeadline, problems);
    }
}
