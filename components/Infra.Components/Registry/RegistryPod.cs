using System.Collections.Immutable;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Registry;
using Infra.Core.Versions;
using Pulumi;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Registry;

/// <summary>The pod of MLflow's server: the tables first, then the server.</summary>
internal static class RegistryPod
{
    /// <summary>Name of the server's port.</summary>
    public const string PortName = "http";

    private const string Component = "model-registry";
    private const string PasswordKey = "password";
    private const string Scratch = "tmp";
    private const string ArtifactsVolume = "artifacts";
    private const string ArtifactsDirectory = "/artifacts";

    // Endpoints take a moment to notice that a pod leaves.
    private const int DrainSeconds = 10;

    /// <summary>Labels that select the server's pods.</summary>
    public static ImmutableDictionary<string, string> Selector(ModelRegistryArgs args) => ManagedBy.Selector(args.RegistryName, Component);

    /// <summary>Metadata of an object named after the registry.</summary>
    public static Meta.ObjectMetaArgs Metadata(ModelRegistryArgs args) => new()
    {
        Name = args.RegistryName,
        Namespace = args.Namespace,
        Labels = Labels(args),
    };

    /// <summary>Labels of the registry's objects.</summary>
    public static ImmutableDictionary<string, string> Labels(ModelRegistryArgs args) => ManagedBy.Labels("mlflow", args.RegistryName, Component);

    /// <summary>The content of the Secret that the database's password lies in.</summary>
    public static InputMap<string> Credentials(Output<string> password) => new() { [PasswordKey] = password };

    /// <summary>A variable with the database's password.</summary>
    public static CoreV1.EnvVarArgs Password(string variable, ModelRegistryArgs args) => new()
    {
        Name = variable,
        ValueFrom = new CoreV1.EnvVarSourceArgs { SecretKeyRef = new CoreV1.SecretKeySelectorArgs { Name = args.RegistryName, Key = PasswordKey } },
    };

    /// <summary>The pod template.</summary>
    public static CoreV1.PodTemplateSpecArgs Template(ModelRegistryArgs args, RegistryDatabase database)
    {
        var pod = new CoreV1.PodSpecArgs
        {
            ServiceAccountName = args.RegistryName,
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            TerminationGracePeriodSeconds = DrainSeconds + 30,
            SecurityContext = PodSecurity.Pod(),
            InitContainers = { Upgrade(args, database) },
            Containers = { Server(args, database) },
            Volumes = { new CoreV1.VolumeArgs { Name = Scratch, EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "4Gi" } } },
            TopologySpreadConstraints =
            {
                new CoreV1.TopologySpreadConstraintArgs
                {
                    TopologyKey = "topology.kubernetes.io/zone",
                    MaxSkew = 1,
                    WhenUnsatisfiable = "ScheduleAnyway",
                    LabelSelector = new Meta.LabelSelectorArgs { MatchLabels = Selector(args) },
                    MatchLabelKeys = "pod-template-hash",
                },
            },
        };
        if (args.Artifacts.Storage is not null)
        {
            pod.Volumes.Add(new CoreV1.VolumeArgs
            {
                Name = ArtifactsVolume,
                PersistentVolumeClaim = new CoreV1.PersistentVolumeClaimVolumeSourceArgs { ClaimName = args.RegistryName },
            });
        }

        return new CoreV1.PodTemplateSpecArgs { Metadata = new Meta.ObjectMetaArgs { Labels = Labels(args) }, Spec = pod };
    }

    // Takes what the server takes: it is the same program, and runs before it.
    private static CoreV1.ContainerArgs Upgrade(ModelRegistryArgs args, RegistryDatabase database)
    {
        var container = Container("upgrade", args, database);
        container.Command = MlflowServer.Upgrade.ToArray();
        return container;
    }

    private static CoreV1.ContainerArgs Server(ModelRegistryArgs args, RegistryDatabase database)
    {
        var scraped = args.Scraping is not null;
        var server = Container("server", args, database);
        server.Command = MlflowServer.Command(scraped).ToArray();
        server.Ports = new CoreV1.ContainerPortArgs { Name = PortName, ContainerPortValue = MlflowServer.Port };
        server.StartupProbe = Probe(periodSeconds: 5, failureThreshold: 60);
        server.ReadinessProbe = Probe(periodSeconds: 5, failureThreshold: 3);
        server.LivenessProbe = Probe(periodSeconds: 10, failureThreshold: 6);
        server.Lifecycle = new CoreV1.LifecycleArgs { PreStop = new CoreV1.LifecycleHandlerArgs { Sleep = new CoreV1.SleepActionArgs { Seconds = DrainSeconds } } };
        server.Env.Add(new CoreV1.EnvVarArgs
        {
            Name = "MLFLOW_SERVER_ALLOWED_HOSTS",
            Value = args.Namespace.Apply(ns => MlflowServer.AllowedHosts(args.RegistryName, ns, args.Hosts, scraped)),
        });
        // Its own jobs score and optimise prompts, which nobody does here; each kind has a process, and their memory grows (mlflow/mlflow, issues/22792).
        server.Env.Add(new CoreV1.EnvVarArgs { Name = "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", Value = "false" });
        // The server hands files on, so that clients need no access to the store.
        server.Env.Add(new CoreV1.EnvVarArgs
        {
            Name = "MLFLOW_ARTIFACTS_DESTINATION",
            Value = args.Artifacts.S3Uri ?? ArtifactsDirectory,
        });
        if (args.Artifacts.Region is { } region)
        {
            server.Env.Add(new CoreV1.EnvVarArgs { Name = "AWS_REGION", Value = region });
        }

        if (args.Artifacts.Storage is not null)
        {
            server.VolumeMounts.Add(new CoreV1.VolumeMountArgs { Name = ArtifactsVolume, MountPath = ArtifactsDirectory });
        }

        return server;
    }

    private static CoreV1.ContainerArgs Container(string name, ModelRegistryArgs args, RegistryDatabase database) => new()
    {
        Name = name,
        Image = ImageCacheArgs.Reference(args.ImageCache, Pins.Mlflow),
        Env =
        {
            new CoreV1.EnvVarArgs { Name = "HOME", Value = "/tmp" },
            new CoreV1.EnvVarArgs { Name = "MLFLOW_BACKEND_STORE_URI", Value = database.Host.Apply(host => MlflowServer.StoreUri(host, database.Encrypted)) },
            Password("PGPASSWORD", args),
            // It would tell its makers how it is used.
            new CoreV1.EnvVarArgs { Name = "MLFLOW_DISABLE_TELEMETRY", Value = "true" },
        },
        Resources = new CoreV1.ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = MlflowServer.Cpu.ToString(), ["memory"] = MlflowServer.Memory.ToString(), ["ephemeral-storage"] = "4Gi" },
            Limits = { ["memory"] = MlflowServer.Memory.ToString() },
        },
        SecurityContext = PodSecurity.Container(),
        VolumeMounts = { new CoreV1.VolumeMountArgs { Name = Scratch, MountPath = "/tmp" } },
    };

    private static CoreV1.ProbeArgs Probe(int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new CoreV1.HTTPGetActionArgs { Path = MlflowServer.HealthPath, Port = PortName },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 5,
        FailureThreshold = failureThreshold,
    };
}
