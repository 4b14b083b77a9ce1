using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>A model that is served can be updated: the GPUs for pods that start before others end are there.</summary>
internal static class UpdateRules
{
    /// <summary>Adds a problem where an update would wait for ever.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="model">The model, which its pools hold.</param>
    /// <param name="pools">All pools by name.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ModelConfig model, IReadOnlyDictionary<string, CheckedPool> pools, ConfigProblems problems)
    {
        var replicas = model.Replicas ?? 1;
        var spare = BackendUpdates.Spare(model.Backend, replicas);
        var known = model.Pools.Where(pools.ContainsKey).Select(name => pools[name]).ToList();
        if (spare == 0 || problems.Cover(path) || known.Count == 0 || known.Any(pool => pool.Nodes is null))
        {
            return;
        }

        var gpus = ModelDevices.Of(model, known.Select(pool => pool.GpusPerNode));
        var room = gpus == 0 ? int.MaxValue : known.Sum(pool => pool.Nodes!.Value * (pool.GpusPerNode / gpus));
        if (replicas <= room && replicas + spare > room)
        {
            problems.Add(
                $"{path}.backend",
                $"the backend {ServingBackends.Name(model.Backend)} starts a new replica before it ends an old one, and the model's pools have room for {Counted.Of(room, "replica")} with "
                + $"{Counted.Of(gpus, "GPU")} each, which is all that the model has: an update would wait for ever; raise the pools' capacity (max counts only with {known[0].GrowsWith}), or take the "
                + $"backend {ServingBackends.PlainName}, which replaces in place");
        }
    }
}
