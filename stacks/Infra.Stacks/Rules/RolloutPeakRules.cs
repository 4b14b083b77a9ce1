using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;

namespace Infra.Stacks.Rules;

/// <summary>The GPUs that a rollout takes at its peak are there: the model's own, and where models may run nowhere else, those of all of them.</summary>
internal static class RolloutPeakRules
{
    /// <summary>Adds a problem if the model's pools can't hold it while it is rolled out. That they hold it at all was checked before.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="pools">All pools by name.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ModelConfig model, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
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

    /// <summary>Adds a problem if models that may run nowhere else ask for more than the pool; each of them alone was checked before.</summary>
    /// <param name="path">Path of the pool.</param>
    /// <param name="name">Its name.</param>
    /// <param name="models">All models.</param>
    /// <param name="pools">All pools by name.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckShared(string path, string name, IReadOnlyList<ModelConfig> models, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        var bound = models.Where(model => IsOnly(model, name) && (ModelVariant.Largest(model) is not { } candidate || IsOnly(candidate, name))).ToList();
        if (bound.Count < 2 || pools[name] is not { Nodes: { } nodes, GpusPerNode: var gpusPerNode, GrowsWith: var growsWith } || problems.Cover(path) || problems.Cover(PlatformRules.Key("models")))
        {
            return;
        }

        var peaks = bound.Select(model => (model.Name, Peak: RolloutGpus.Of(model, pools))).ToList();
        // Candidates stay; pods that are replaced make room again, and models needn't be rolled out at the same time.
        var most = peaks.MaxBy(peak => peak.Peak.Surplus);
        var wanted = peaks.Sum(peak => peak.Peak.Stable + peak.Peak.Candidate) + most.Peak.Surplus;
        if (wanted > nodes * gpusPerNode)
        {
            var surplus = most.Peak.Surplus > 0 ? $", {most.Peak.Surplus} of them while {most.Name} is rolled out" : "";
            problems.Add(
                ConfigPath.Key(path, "capacity"),
                $"the models {string.Join(", ", bound.Select(Named))} may ask for {wanted} GPUs together{surplus}, but the pool can have {nodes * gpusPerNode}; "
                + $"raise its capacity (max counts only with {growsWith}) or ask for fewer replicas");
        }
    }

    private static bool IsOnly(ModelConfig model, string pool) => model.Pools is [var only] && only == pool;

    private static string Named(ModelConfig model) => model.Rollout.HasBoth ? $"{model.Name} with its candidate" : model.Name;

    private static string Parts(RolloutGpus peak)
    {
        var parts = new List<string> { $"{peak.Stable} of the {(peak.Candidate > 0 ? "stable " : "")}model" };
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

    private static string Instead(ModelConfig model, RolloutGpus peak) => (model.Backend, model.Rollout.Strategy, model.Rollout.MaxSurge) switch
    {
        (ServingBackend.Ray, RolloutStrategy.Rolling, _) => $", or use the strategy onDelete, which needs {peak.Stable} and waits until somebody deletes the cluster",
        (_, RolloutStrategy.Rolling, _) => $", or do without maxSurge, which needs {peak.Stable}",
        (ServingBackend.Ray, _, _) => "",
        _ => $", or use the strategy rolling, which needs {peak.Stable}",
    };
}
