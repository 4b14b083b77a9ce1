using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Experiments that break models on purpose. Installs Chaos Mesh, one pod of which on each node may do everything.</summary>
public sealed record ChaosConfig : IConfigRules
{
    /// <summary>
    /// Whether experiments are meant although the environment is protected (storage.protect, cluster.eks.protect): what is protected serves somebody. Default: false; there they are refused.
    /// </summary>
    public bool OnProtectedEnvironment { get; init; }

    /// <summary>The experiments. Each is paused until somebody takes the pause off, unless it has a cron expression.</summary>
    public ImmutableArray<ExperimentConfig> Experiments { get; init; } = [];

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Experiments.IsEmpty)
        {
            problems.Add(ConfigPath.Key(path, "experiments"), "there is none; name one, or remove chaos");
        }
    }
}
