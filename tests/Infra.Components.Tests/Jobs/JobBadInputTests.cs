using Infra.Components.Batch;
using Infra.Components.Jobs;
using Infra.Components.Registry;
using Infra.Components.Serving;
using Infra.Components.Training;
using Pulumi;

namespace Infra.Components.Tests.Jobs;

/// <summary>What programs that use the components are told.</summary>
public sealed class JobBadInputTests
{
    [Fact]
    public async Task All_problems_of_a_batch_at_once() => Assert.Equal(
        """
        11 problems in gpu-inference:index:BatchInference:
          batch.jobName: 'Captions' is not a job's name; allowed: 1 to 51 characters, lowercase letters, digits and '-', with a letter or digit at both ends
          batch.pod.architectures: [] is not what an image is published for; allowed: one or more of amd64, arm64
          batch.pod.resources.devices: 1 asked for, but cpu has none; name pools with devices or set devices to 0
          batch.pod.scratch: 'much' is not a size such as 16Gi, 500Mi, 1.5Ti, 100G or a number of bytes, that is whole bytes below 8Ei
          batch.pod.sharedMemory: 2Gi is not less than the pod's memory, 1Gi, of which it is a part; the kernel would kill the pod before it is full
          batch.pod.volumes[0].path: '/tmp/' can't be a volume's path; allowed: absolute paths other than /, /tmp, /dev/shm
          batch.pod.volumes[2].path: '/data/' is the path of another volume already
          batch.pod.graceSeconds: 9000 is not between 0 and 3600
          batch: has items and shards; exactly one of them says what the work is
          batch.fatalExitCodes[0]: 256 is no exit code of a failure; allowed: 1 to 255
          batch.clusterName: missing; pods get their role through the Pod Identity of an EKS cluster
        """,
        await MessageAsync(options => _ = new BatchInference("batch", new BatchInferenceArgs
        {
            JobName = "Captions",
            Namespace = "models",
            Pod = new JobPodArgs
            {
                Image = "a",
                Architectures = [],
                Resources = new ResourcesArgs { Cpu = "1", Memory = "1Gi", Devices = 1 },
                Pools = [Samples.CpuPool()],
                Scratch = "much",
                SharedMemory = "2Gi",
                Volumes = [new JobVolumeArgs { Claim = "a", Path = "/tmp/" }, new JobVolumeArgs { Claim = "a", Path = "/data" }, new JobVolumeArgs { Claim = "b", Path = "/data/" }],
                GraceSeconds = 9000,
            },
            Items = ["a"],
            Shards = 2,
            FatalExitCodes = [256],
            Policy = JobSamples.Policy,
        }, options)));

    [Fact]
    public async Task Limits_of_SQS_and_of_ConfigMaps()
    {
        Assert.Equal(
            """
            4 problems in gpu-inference:index:BatchInference:
              batch.queue.maxJobs: 0 is less than 1
              batch.queue.pollSeconds: 1 is less than 5
              batch.queue.visibilitySeconds: 43201 is not between 0 and 43200, what SQS allows
              batch.queue.maxReceives: 1001 is not between 1 and 1000, what SQS allows
            """,
            await MessageAsync(options => _ = new BatchInference("batch", new BatchInferenceArgs
            {
                JobName = "captions",
                Namespace = "models",
                Pod = JobSamples.Pod(),
                Queue = new WorkQueueArgs { Region = "eu-central-1", ScalerRole = "keda", MaxJobs = 0, PollSeconds = 1, VisibilitySeconds = 43_201, MaxReceives = 1001 },
                ClusterName = "gpu",
            }, options)));
        Assert.Equal(
            "1 problem in gpu-inference:index:BatchInference:\n  batch.items: 1 item of 1000001 bytes, but a ConfigMap holds 1000000; put them into S3 and use shards and workUri",
            await MessageAsync(options => _ = new BatchInference("batch", JobSamples.Items(new string('x', 1_000_000)), options)));
    }

    [Fact]
    public async Task A_schedule_that_Kubernetes_would_refuse() => Assert.Equal(
        """
        4 problems in gpu-inference:index:TrainingJob:
          training.schedule.cron: '61' is no minute of a cron expression; allowed: 0 to 59, *, ranges, steps such as */15, and lists of these
          training.schedule.timeZone: 'CEST' is no name of a time zone; allowed: an IANA time zone such as Europe/Berlin, or UTC
          training.schedule.concurrency: 'Wait' is none of Forbid, Replace, Allow
          training.schedule.startingDeadlineSeconds: 5 is less than 10
        """,
        await MessageAsync(options => _ = new TrainingJob("training", new TrainingJobArgs
        {
            JobName = "retrain",
            Namespace = "models",
            Pod = JobSamples.Pod(),
            Schedule = new TrainingScheduleArgs { Cron = "61 * * * *", TimeZone = "CEST", Concurrency = "Wait", StartingDeadlineSeconds = 5 },
        }, options)));

    [Fact]
    public async Task A_registry_has_one_database_and_one_store() => Assert.Equal(
        """
        4 problems in gpu-inference:index:ModelRegistry:
          registry.registryName: '1' is not a registry's name; allowed: 1 to 48 characters, lowercase letters, digits and '-', with a letter first and a letter or digit last
          registry: has neither of rds and clusterDatabase; exactly one of them says which database it has
          registry.artifacts: has neither of s3Uri and storage; exactly one of them says where files are kept
          registry.replicas: 0 is not 1 or more
        """,
        await MessageAsync(options => _ = new ModelRegistry(
            "registry", new ModelRegistryArgs { RegistryName = "1", Namespace = "models", Artifacts = new RegistryArtifactsArgs(), Replicas = 0 }, options)));

    private static async Task<string> MessageAsync(Action<ComponentResourceOptions> make) =>
        (await Assert.ThrowsAsync<ResourceException>(() => JobSamples.Run(make))).Message;
}
