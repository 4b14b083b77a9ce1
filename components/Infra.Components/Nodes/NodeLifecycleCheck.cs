using Infra.Core.Configuration;

namespace Infra.Components.Nodes;

/// <summary>What EKS accepts for update and repair of a pool's nodes (aws-enums.json, eks.NodegroupUpdateStrategies and eks.RepairAction, November 2026).</summary>
internal static class NodeLifecycleCheck
{
    private static readonly string[] _strategies = ["DEFAULT", "MINIMAL"];
    private static readonly string[] _actions = ["Replace", "Reboot", "NoAction"];

    public static void Run(string path, GpuNodePoolArgs args, ConfigProblems problems)
    {
        var update = ConfigPath.Key(path, "update");
        if (args.Update is { MaxUnavailable: not null, MaxUnavailablePercentage: not null })
        {
            problems.Add(update, "has both maxUnavailable and maxUnavailablePercentage; EKS takes one of them");
        }

        InRange(ConfigPath.Key(update, "maxUnavailable"), args.Update.MaxUnavailable, 1, 100, problems);
        InRange(ConfigPath.Key(update, "maxUnavailablePercentage"), args.Update.MaxUnavailablePercentage, 1, 100, problems);
        OneOf(ConfigPath.Key(update, "strategy"), args.Update.Strategy, _strategies, problems);
        var repair = ConfigPath.Key(path, "repair");
        InRange(ConfigPath.Key(repair, "maxParallelNodes"), args.Repair.MaxParallelNodes, 1, int.MaxValue, problems);
        for (var i = 0; i < args.Repair.Overrides.Count; i++)
        {
            var at = ConfigPath.Index(ConfigPath.Key(repair, "overrides"), i);
            InRange(ConfigPath.Key(at, "waitMinutes"), args.Repair.Overrides[i].WaitMinutes, 1, int.MaxValue, problems);
            OneOf(ConfigPath.Key(at, "action"), args.Repair.Overrides[i].Action, _actions, problems);
        }
    }

    private static void InRange(string path, int? value, int min, int max, ConfigProblems problems)
    {
        if (value < min || value > max)
        {
            problems.Add(path, max == int.MaxValue ? $"{value} is less than {min}" : $"{value} is not between {min} and {max}");
        }
    }

    private static void OneOf(string path, string value, string[] allowed, ConfigProblems problems)
    {
        if (!allowed.Contains(value))
        {
            problems.Add(path, $"'{value}' is none of {string.Join(", ", allowed)}");
        }
    }
}
