using Infra.Components.Jobs;
using Infra.Components.Nodes;
using Infra.Components.Queues;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Infra.Stacks.Tenants;
using Pulumi;

namespace Infra.Stacks.Jobs;

/// <summary>What the component of a job gets from the configuration of its pod.</summary>
internal static class JobPods
{
    /// <summary>The pod's arguments.</summary>
    /// <param name="job">The job.</param>
    /// <param name="contracts">Contracts of all pools.</param>
    /// <param name="buckets">Buckets by their name in the configuration.</param>
    /// <param name="settings">The configuration, checked.</param>
    public static JobPodArgs Arguments(
        ConfiguredJob job, IReadOnlyDictionary<string, PoolContract> contracts, IReadOnlyDictionary<string, IBucket> buckets, PlatformSettings settings)
    {
        var pod = job.Pod;
        var environment = pod.Environment.ToDictionary(variable => variable.Key, variable => (Input<string>)variable.Value);
        foreach (var (variable, directory) in pod.Reads.Concat(pod.Writes))
        {
            environment[variable] = Address(directory, buckets);
        }

        return new JobPodArgs
        {
            Image = pod.Image!,
            Architectures = [.. pod.Architectures.Select(architecture => architecture.ToKubernetes())],
            Command = [.. pod.Command],
            Arguments = [.. pod.Arguments],
            Environment = environment,
            EnvironmentSecret = pod.EnvironmentSecret,
            Resources = new ResourcesArgs
            {
                Cpu = pod.Resources.Cpu.ToString(),
                Memory = pod.Resources.Memory.ToString(),
                Devices = job.Devices(pod.Pools.Select(pool => contracts[pool].DevicesPerNode)),
            },
            Pools = [.. pod.Pools.Select(pool => PoolReferenceArgs.From(contracts[pool]))],
            PriorityClass = PlatformPriorities.ClassOf(pod.Priority),
            ImagePullSecrets = [.. settings.ImagePull?.Names ?? []],
            LocalQueue = job.WaitsInQueue && TenantMembers.HasQueue(settings, job.Tenant) ? LocalQueue.Default : null,
            CalledNamespaces = [.. TenantCalls.Of(settings, job.Tenant)],
            Volumes = [.. pod.Volumes.Select(volume => new JobVolumeArgs { Claim = volume.Claim, Path = volume.Path, ReadOnly = volume.ReadOnly })],
            Scratch = pod.Scratch.ToString(),
            SharedMemory = pod.SharedMemory?.ToString(),
            GraceSeconds = pod.GraceSeconds,
        };
    }

    /// <summary>What the pods may do with buckets: the pod's own directories, and further ones that are written; null for nothing.</summary>
    public static Output<string>? Policy(JobPodConfig pod, IReadOnlyDictionary<string, IBucket> buckets, params IEnumerable<string> written)
    {
        BucketGrant[] grants =
        [
            .. pod.Reads.Values.Select(directory => Grant(directory, buckets, writes: false)),
            .. pod.Writes.Values.Concat(written).Select(directory => Grant(directory, buckets, writes: true)),
        ];
        return grants.Length == 0 ? null : ModelBucket.GrantPolicy(grants);
    }

    /// <summary>Address of a directory with the bucket's name in S3.</summary>
    public static Output<string> Address(string directory, IReadOnlyDictionary<string, IBucket> buckets)
    {
        var (bucket, path, _) = Grant(directory, buckets, writes: false);
        return Output.Format($"s3://{bucket.BucketName}/{path}");
    }

    /// <summary>A grant on a directory.</summary>
    public static BucketGrant Grant(string directory, IReadOnlyDictionary<string, IBucket> buckets, bool writes)
    {
        var s3 = BucketDirectory.TryParse(directory) ?? throw new InvalidOperationException($"'{directory}': the settings were not checked");
        return new BucketGrant(buckets[s3.Bucket], s3.Path, writes);
    }
}
