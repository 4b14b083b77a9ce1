using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Jobs;

/// <summary>A batch or a training as rules and composition see both.</summary>
/// <param name="Path">Its path in the configuration.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pod">Its pod.</param>
internal sealed record ConfiguredJob(string Path, string Name, JobPodConfig Pod)
{
    /// <summary>All of the settings: batches, then trainings.</summary>
    public static IEnumerable<ConfiguredJob> Of(PlatformSettings settings) =>
    [
        .. settings.Jobs.Select((job, i) => new ConfiguredJob(PlatformRules.At("jobs", i), job.Name, job.Pod)),
        .. settings.Trainings.Select((training, i) => new ConfiguredJob(PlatformRules.At("trainings", i), training.Name, training.Pod)),
    ];

    /// <summary>Path of the pod.</summary>
    public string PodPath => ConfigPath.Key(Path, "pod");

    /// <summary>GPUs of one pod: what it says; else one where its pools have GPUs.</summary>
    /// <param name="gpusPerNode">GPUs per node of each of its pools.</param>
    public int Devices(IEnumerable<int> gpusPerNode) => Pod.Gpus ?? (gpusPerNode.All(gpus => gpus > 0) ? 1 : 0);
}
