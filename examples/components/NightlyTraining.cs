using Infra.Components.Jobs;
using Infra.Components.Serving;
using Infra.Components.Training;

namespace Infra.Examples;

/// <summary>A training on four GPUs of one node, every night; what it has learned so far outlives its node.</summary>
public static class NightlyTraining
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster) => _ = new TrainingJob("retrain", new TrainingJobArgs
    {
        JobName = "retrain",
        Namespace = cluster.Namespace,
        Pod = new JobPodArgs
        {
            Image = "registry.example.com/train:1.0.0",
            Command = ["torchrun", "--nproc-per-node=4", "train.py", "--data=/data", "--output=/models"],
            Resources = new ResourcesArgs { Cpu = "16", Memory = "64Gi", Devices = 4 },
            Pools = [ExistingCluster.Gpus("a10g", 4)],
            Volumes = [new JobVolumeArgs { Claim = "datasets", Path = "/data", ReadOnly = true }, new JobVolumeArgs { Claim = "models", Path = "/models" }],
            SharedMemory = "16Gi",
        },
        Schedule = new TrainingScheduleArgs { Cron = "0 3 * * *", TimeZone = "Europe/Berlin" },
        CheckpointUri = "/models/checkpoints",
        DeadlineSeconds = 4 * 60 * 60,
    }, cluster.With());
}
