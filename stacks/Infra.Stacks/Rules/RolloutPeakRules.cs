using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;

namespace Infra.Stacks.Rules;

/// <summary>The GPUs that a rollout takes at its peak are there. Those of several models that share a pool are counted by <see cref="SharedPoolRules"/>.</summary>
internal static class RolloutPeakRules
{
    /// <summary>Adds a problem if the model's pools can't hold it while it is rolled out. That they hold it at all was checked before.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="configured">The model as the configuration has it.</param>
    /// <param name="pools">All pools by name.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ModelConfig configured, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        var model = ModelVariant.Main(configured);
        var candidate = ModelVariant.Largest(model);
        var names = model.Pools.Union(candidate?.Pools ?? []).ToList();
        if (problems.Cover(path) || !names.All(pools.ContainsKey) || names.Any(name => pools[name].Nodes is null))
        {
            return;
        }

        var peak = RolloutGpus.Of(model, pools);
        var smallest = Math.Min(peak.PerPod, peak.PerCandidatePod ?? peak.PerPod);
        if (smallest == 0)
        {
            return;
        }

        // GPUs of a node that are fewer than a pod needs are of no use.
        var room = names.Sum(name => pools[name].Nodes!.Value * (pools[name].GpusPerNode / smallest) * smallest);
        if (peak.Total > room)
        {
            problems.Add(
                ConfigPath.Key(path, "rollout"),
                $"the strategy {WireNames.Name(model.Rollout.Strategy)} on {ServingBackends.Name(model.Backend)} needs {Counted.Of(peak.Total, "GPU")} at its peak ({Parts(peak)}), but the model's pools can hold {room}; "
                + $"raise the pools' capacity (max counts only with {pools[names[0]].GrowsWith}), ask for fewer replicas{Instead(model, peak)}");
        }
    }

    private static string Parts(RolloutGpus peak)
    {
        var parts = new List<string> { $"{peak.Stable} of the {(peak.Candidate > 0 ? "stable " : "")}model{(peak.Stable > peak.AsItIs ? " once it is what was tried" : "")}" };
        if (peak.Candidate > 0)
        {
            parts.Add($"{peak.Candidate} of the candidate");
        }

        if (peak.Surplus > 0)
        {
            parts.Add($"{peak.Surplus} until replaced pods have gone");
        }

        return string.Join(", ", parts);
    }

    private static string Instead(ModelConfig model, RolloutGpus peak) => (model.Backend, model.Rollout.Strategy) switch
    {
        (ServingBackend.Ray, RolloutStrategy.Rolling) => $", or use the strategy onDelete, which needs {peak.AsItIs} and waits until somebody deletes the cluster",
        (ServingBackend.LlmInferenceService, RolloutStrategy.Rolling) =>
            $", or take the backend {ServingBackends.PlainName}, which ends an old replica before it starts a new one and needs {peak.AsItIs}",
        (_, RolloutStrategy.Rolling) => $", or do without maxSurge, which needs {peak.AsItIs}",
        (ServingBackend.Ray, _) => "",
        _ => $", or use the strategy rolling, which needs {peak.AsItIs + peak.Spare}",
    };
}
