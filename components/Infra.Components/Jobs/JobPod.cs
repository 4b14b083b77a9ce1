using System.Collections.Immutable;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Catalog;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Jobs;

/// <summary>The pod template of a job, whoever makes the Job of it.</summary>
internal static class JobPod
{
    /// <summary>Name of the container.</summary>
    public const string Container = "job";

    private const string Scratch = "tmp";
    private const string SharedMemory = "shared-memory";

    /// <summary>The template.</summary>
    /// <param name="job">The job.</param>
    /// <param name="change">What its component adds to pod and container.</param>
    public static CoreV1.PodTemplateSpecArgs Template(JobSpec job, Action<CoreV1.PodSpecArgs, CoreV1.ContainerArgs>? change = null)
    {
        var args = job.Pod;
        var container = Worker(job);
        var pod = new CoreV1.PodSpecArgs
        {
            // A Job's failure policy asks for it: every try is a pod of its own.
            RestartPolicy = "Never",
            ServiceAccountName = job.Job,
            PriorityClassName = args.PriorityClass is { } priority ? (Input<string>)priority : null,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            TerminationGracePeriodSeconds = args.GraceSeconds,
            SecurityContext = PodSecurity.Pod(),
            Containers = { container },
            Volumes = { new CoreV1.VolumeArgs { Name = Scratch, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = args.Scratch } } },
        };
        container.VolumeMounts.Add(new CoreV1.VolumeMountArgs { Name = Scratch, MountPath = "/tmp" });
        AddVolumes(args, pod, container);
        PoolBinding.Apply(args.Pools, Architectures(args), pod);
        PullSecrets.In(args.ImagePullSecrets, pod);
        change?.Invoke(pod, container);
        var annotations = job.Annotations;
        return new CoreV1.PodTemplateSpecArgs
        {
            Metadata = annotations.IsEmpty
                ? new Meta.ObjectMetaArgs { Labels = Labels(job) }
                : new Meta.ObjectMetaArgs { Labels = Labels(job), Annotations = annotations.ToDictionary() },
            Spec = pod,
        };
    }

    /// <summary>An environment variable.</summary>
    public static Input<CoreV1.EnvVarArgs> Variable(string name, Input<string> value) => new CoreV1.EnvVarArgs { Name = name, Value = value };

    private static ImmutableDictionary<string, string> Labels(JobSpec job) => ManagedBy.Labels(job.Job, job.Job, job.Component);

    private static CoreV1.ContainerArgs Worker(JobSpec job)
    {
        var args = job.Pod;
        var container = new CoreV1.ContainerArgs
        {
            Name = Container,
            Image = args.Image,
            Resources = Resources(args),
            SecurityContext = PodSecurity.Container(),
            // What the last lines of the log say stands in the pod's status then, and is there after its node has gone.
            TerminationMessagePolicy = "FallbackToLogsOnError",
            Env = Environment(job).Select(variable => Variable(variable.Key, variable.Value)).ToArray(),
        };
        if (args.Command.Count > 0)
        {
            container.Command = args.Command;
        }

        if (args.Arguments.Count > 0)
        {
            container.Args = args.Arguments;
        }

        if (args.EnvironmentSecret is { } secret)
        {
            container.EnvFrom.Add(new CoreV1.EnvFromSourceArgs { SecretRef = new CoreV1.SecretEnvSourceArgs { Name = secret } });
        }

        return container;
    }

    // The root file system is read-only, and nearly everything wants to write below its home.
    private static ImmutableSortedDictionary<string, Input<string>> Environment(JobSpec job) =>
        job.Variables.SetItem("HOME", "/tmp").SetItems(job.Pod.Environment);

    private static void AddVolumes(JobPodArgs args, CoreV1.PodSpecArgs pod, CoreV1.ContainerArgs container)
    {
        if (args.SharedMemory is { } size)
        {
            pod.Volumes.Add(new CoreV1.VolumeArgs { Name = SharedMemory, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = size } });
            container.VolumeMounts.Add(new CoreV1.VolumeMountArgs { Name = SharedMemory, MountPath = "/dev/shm" });
        }

        foreach (var volume in args.Volumes)
        {
            // A claim may hold data and models at two paths: one volume, mounted twice.
            var name = $"claim-{volume.Claim}";
            if (args.Volumes.First(other => other.Claim == volume.Claim) == volume)
            {
                pod.Volumes.Add(new CoreV1.VolumeArgs
                {
                    Name = name,
                    PersistentVolumeClaim = new CoreV1.PersistentVolumeClaimVolumeSourceArgs { ClaimName = volume.Claim },
                });
            }

            container.VolumeMounts.Add(new CoreV1.VolumeMountArgs { Name = name, MountPath = volume.Path, ReadOnly = volume.ReadOnly });
        }
    }

    private static CoreV1.ResourceRequirementsArgs Resources(JobPodArgs args)
    {
        var requests = new InputMap<string> { ["cpu"] = args.Resources.Cpu, ["memory"] = args.Resources.Memory, ["ephemeral-storage"] = args.Scratch };
        var limits = new InputMap<string> { ["memory"] = args.Resources.Memory };
        if (args.Resources.Devices > 0)
        {
            // Kubernetes wants requests and limits of extended resources to be equal.
            var resource = args.Pools.Select(pool => pool.DeviceResource).First(resource => resource is not null)!;
            requests[resource] = $"{args.Resources.Devices}";
            limits[resource] = $"{args.Resources.Devices}";
        }

        return new CoreV1.ResourceRequirementsArgs { Requests = requests, Limits = limits };
    }

    private static ImmutableArray<CpuArchitecture> Architectures(JobPodArgs args) =>
        [.. Enum.GetValues<CpuArchitecture>().Where(architecture => args.Architectures.Contains(architecture.ToKubernetes()))];
}
