using Infra.Core.Batch;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>An experiment: exactly one of killPod, loseNodes, slowStorage and cutZone.</summary>
public sealed record ExperimentConfig : IConfigRules
{
    /// <summary>Name of the experiment, unique.</summary>
    [Matches("[a-z]([a-z0-9-]{0,38}[a-z0-9])?", "a lower-case name of letters, digits and '-', at most 40 characters")]
    public required string Name { get; init; }

    /// <summary>A pod of a model is killed without warning.</summary>
    public KillPodConfig? KillPod { get; init; }

    /// <summary>All pods of models on the nodes of a pool in one zone are killed without warning, as when these nodes fail.</summary>
    public LoseNodesConfig? LoseNodes { get; init; }

    /// <summary>Every file operation on the volume of a model is late.</summary>
    public SlowStorageConfig? SlowStorage { get; init; }

    /// <summary>Pods of models in a zone reach nobody, and nobody reaches them.</summary>
    public CutZoneConfig? CutZone { get; init; }

    /// <summary>How long slowStorage and cutZone last. Default: 2m0s.</summary>
    [InRange<GoDuration>(Min = "10s", Max = "1h")]
    public GoDuration Duration { get; init; } = new(120_000);

    /// <summary>When it runs by itself: a cron expression of five fields in UTC. Default: never; it is paused, and whoever takes the pause off runs it within ten minutes.</summary>
    public string? Cron { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var kinds = new object?[] { KillPod, LoseNodes, SlowStorage, CutZone }.Count(kind => kind is not null);
        if (kinds != 1)
        {
            problems.Add(path, $"has {kinds} of killPod, loseNodes, slowStorage and cutZone; say exactly one");
        }

        if (Cron is not null && CronSchedule.Problem(Cron) is { } problem)
        {
            problems.Add(ConfigPath.Key(path, "cron"), problem);
        }
    }
}

/// <summary>Whose pod is killed.</summary>
public sealed record KillPodConfig
{
    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }
}

/// <summary>Whose nodes seem to fail.</summary>
public sealed record LoseNodesConfig
{
    /// <summary>Name of the pool.</summary>
    public required string Pool { get; init; }

    /// <summary>The zone.</summary>
    public required string Zone { get; init; }
}

/// <summary>Whose volume is slow.</summary>
public sealed record SlowStorageConfig
{
    /// <summary>Name of a model that reads from a volume.</summary>
    public required string Model { get; init; }

    /// <summary>Milliseconds by which each file operation is late. Default: 500.</summary>
    [InRange(Min = 1, Max = 60_000)]
    public int Milliseconds { get; init; } = 500;
}

/// <summary>Which zone is cut off.</summary>
public sealed record CutZoneConfig
{
    /// <summary>The zone.</summary>
    public required string Zone { get; init; }
}
