using System.Collections.Immutable;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Registry;
using Infra.Core.Versions;
using Pulumi;
using Apps = Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Registry;

/// <summary>The registry's database in the cluster: one pod whose volume outlives it.</summary>
internal static class ClusterDatabase
{
    private const string Component = "model-registry-database";
    private const string Volume = "data";
    private const string DataDirectory = "/var/lib/postgresql/data";

    /// <summary>Declares it.</summary>
    public static RegistryDatabase Create(ComponentResource parent, string name, ModelRegistryArgs args, K8s.Core.V1.Secret credentials, ComponentResourceOptions? options)
    {
        var objectName = $"{args.RegistryName}-db";
        var labels = ManagedBy.Labels("postgresql", args.RegistryName, Component);
        var selector = ManagedBy.Selector(args.RegistryName, Component);
        Meta.ObjectMetaArgs Metadata() => new() { Name = objectName, Namespace = args.Namespace, Labels = labels };
        var volume = RegistryVolume.Create(
            $"{name}-database-volume", Metadata(), args.ClusterDatabase!.Storage, args.ClusterDatabase.StorageClass, args.Protect, Children.Root(parent, options));
        var networkPolicy = new K8s.Networking.V1.NetworkPolicy($"{name}-database-network-policy", new Net.NetworkPolicyArgs
        {
            Metadata = Metadata(),
            Spec = new Net.NetworkPolicySpecArgs
            {
                PodSelector = new Meta.LabelSelectorArgs { MatchLabels = selector },
                // It calls nobody.
                PolicyTypes = { "Ingress", "Egress" },
                Ingress =
                {
                    new Net.NetworkPolicyIngressRuleArgs
                    {
                        From = { NetworkPeers.Pods(RegistryPod.Selector(args)) },
                        Ports = { NetworkPeers.Tcp(MlflowServer.DatabasePort) },
                    },
                },
            },
        }, Children.Of(parent));
        var set = new K8s.Apps.V1.StatefulSet($"{name}-database", new Apps.StatefulSetArgs
        {
            Metadata = Metadata(),
            Spec = new Apps.StatefulSetSpecArgs
            {
                Replicas = 1,
                ServiceName = objectName,
                Selector = new Meta.LabelSelectorArgs { MatchLabels = selector },
                Template = new CoreV1.PodTemplateSpecArgs { Metadata = new Meta.ObjectMetaArgs { Labels = labels }, Spec = Pod(args, objectName) },
            },
        }, Children.Root(parent, options, volume, networkPolicy, credentials));
        var service = new K8s.Core.V1.Service($"{name}-database-service", new CoreV1.ServiceArgs
        {
            Metadata = Metadata(),
            Spec = new CoreV1.ServiceSpecArgs
            {
                ClusterIP = "None",
                Selector = selector,
                Ports = { new CoreV1.ServicePortArgs { Name = "postgresql", Port = MlflowServer.DatabasePort } },
            },
        }, Children.Of(parent, set));
        return new RegistryDatabase(Output.Format($"{objectName}.{args.Namespace}"), Encrypted: false, service, selector);
    }

    private static CoreV1.PodSpecArgs Pod(ModelRegistryArgs args, string claim) => new()
    {
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        // PostgreSQL ends running queries and writes a checkpoint.
        TerminationGracePeriodSeconds = 60,
        SecurityContext = PodSecurity.Pod(),
        Containers =
        {
            new CoreV1.ContainerArgs
            {
                Name = "postgresql",
                Image = ImageCacheArgs.Reference(args.ImageCache, Pins.Postgres),
                Env =
                {
                    new CoreV1.EnvVarArgs { Name = "POSTGRES_DB", Value = MlflowServer.Database },
                    new CoreV1.EnvVarArgs { Name = "POSTGRES_USER", Value = MlflowServer.Database },
                    RegistryPod.Password("POSTGRES_PASSWORD", args),
                    // Not the root of the volume, which holds lost+found and belongs to root.
                    new CoreV1.EnvVarArgs { Name = "PGDATA", Value = $"{DataDirectory}/pgdata" },
                },
                Ports = { new CoreV1.ContainerPortArgs { Name = "postgresql", ContainerPortValue = MlflowServer.DatabasePort } },
                Resources = new CoreV1.ResourceRequirementsArgs
                {
                    Requests = { ["cpu"] = MlflowServer.DatabaseCpu.ToString(), ["memory"] = MlflowServer.DatabaseMemory.ToString() },
                    Limits = { ["memory"] = MlflowServer.DatabaseMemory.ToString() },
                },
                StartupProbe = Ready(periodSeconds: 5, failureThreshold: 60),
                ReadinessProbe = Ready(periodSeconds: 5, failureThreshold: 3),
                LivenessProbe = Ready(periodSeconds: 10, failureThreshold: 6),
                SecurityContext = PodSecurity.Container(),
                VolumeMounts = Mounts().Select(mount => (Input<CoreV1.VolumeMountArgs>)mount).ToArray(),
            },
        },
        Volumes =
        {
            new CoreV1.VolumeArgs { Name = Volume, PersistentVolumeClaim = new CoreV1.PersistentVolumeClaimVolumeSourceArgs { ClaimName = claim } },
            new CoreV1.VolumeArgs { Name = "run", EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "16Mi" } },
            new CoreV1.VolumeArgs { Name = "tmp", EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "256Mi" } },
        },
    };

    private static ImmutableArray<CoreV1.VolumeMountArgs> Mounts() =>
    [
        new() { Name = Volume, MountPath = DataDirectory },
        // Its socket.
        new() { Name = "run", MountPath = "/var/run/postgresql" },
        new() { Name = "tmp", MountPath = "/tmp" },
    ];

    private static CoreV1.ProbeArgs Ready(int periodSeconds, int failureThreshold) => new()
    {
        Exec = new CoreV1.ExecActionArgs { Command = new[] { "pg_isready", "--username", MlflowServer.Database, "--dbname", MlflowServer.Database } },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 5,
        FailureThreshold = failureThreshold,
    };
}
