using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>A group of workers of one kind; what it doesn't say it has from <c>pod</c>.</summary>
public sealed record RayWorkersConfig : IConfigRules
{
    /// <summary>Name of the group, unique in its cluster.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(63)]
    public required string Name { get; init; }

    /// <summary>Pools that they may run on, in order of preference. Default: those of the pod.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>GPUs of one worker. Default: what the pod says; for pools of its own, 1 where they have GPUs, else 0.</summary>
    [InRange(Min = 0, Max = 16)]
    public int? Gpus { get; init; }

    /// <summary>CPU and memory of one worker. Default: those of the pod.</summary>
    public ModelResourcesConfig? Resources { get; init; }

    /// <summary>Size of <c>/dev/shm</c>, a part of a worker's memory, where Ray keeps objects. Default: that of the pod; for resources of its own, as much as the memory.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "16Ti")]
    public ByteSize? SharedMemory { get; init; }

    /// <summary>Number of workers. Default: min, or 1 without it. Not with autoscaling, which owns the number.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int? Replicas { get; init; }

    /// <summary>Fewest workers. Default: replicas; 0 with autoscaling.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int? Min { get; init; }

    /// <summary>Most workers. Default: replicas; required with autoscaling.</summary>
    [InRange(Min = 1, Max = 1000)]
    public int? Max { get; init; }

    /// <summary>Flags of <c>ray start</c> without the dashes before them. Default: none; Ray offers what the pod requests.</summary>
    public ImmutableSortedDictionary<string, string> StartParams { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Fewest, present and most workers where nobody scales them.</summary>
    internal (int Min, int Replicas, int Max) Fixed
    {
        get
        {
            var replicas = Replicas ?? Min ?? 1;
            return (Min ?? replicas, replicas, Max ?? Math.Max(1, replicas));
        }
    }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Max < Min)
        {
            problems.Add(ConfigPath.Key(path, "max"), $"{Max} is less than min, which is {Min}");
        }
        else if (Replicas < Min)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), $"{Replicas} is less than min, which is {Min}");
        }
        else if (Replicas > Max)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), $"{Replicas} is more than max, which is {Max}");
        }
    }
}
