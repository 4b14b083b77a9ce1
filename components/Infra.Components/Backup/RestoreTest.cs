using System.Collections.Immutable;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Versions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;
using BatchV1 = Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using CoreV1 = Pulumi.Kubernetes.Types.Inputs.Core.V1;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rbac = Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Components.Backup;

/// <summary>
/// Restores one known object of the last backup into another namespace, compares it, and takes it away again; the Job fails where any step does. Each step is a program of its own, so that no script
/// can go on after an error. It can't tell that everything else in the backup is right, nor that the backup is young.
/// </summary>
internal static class RestoreTest
{
    /// <summary>Name of the test, of its objects, and of the namespace into which it restores.</summary>
    public const string Name = "restore-test";

    /// <summary>Name of the object that is restored, and of its namespace.</summary>
    public const string Canary = "backup-canary";

    private const string Proof = "what-was-kept-can-be-restored";
    private const string RbacGroup = "rbac.authorization.k8s.io";
    private const int DeadlineSeconds = 30 * 60;
    private const int KeptRuns = 3;

    /// <summary>Declares it.</summary>
    /// <param name="parent">The component.</param>
    /// <param name="name">Name of the component; those of the children start with it.</param>
    /// <param name="velero">Namespace of Velero.</param>
    /// <param name="cron">When.</param>
    /// <param name="timeZone">Time zone of it.</param>
    /// <param name="schedule">Whose last backup is tried.</param>
    /// <param name="cache">Through what the image is pulled; null for nothing.</param>
    /// <param name="options">Options of the component.</param>
    public static void Create(ComponentResource parent, string name, Output<string> velero, string cron, string timeZone, Resource schedule, ImageCacheArgs? cache, ComponentResourceOptions? options)
    {
        var prefix = $"{name}-{Name}";
        var source = RestrictedNamespace.Create($"{prefix}-source", Canary, Children.Root(parent, options)).Metadata.Apply(metadata => metadata.Name);
        var target = RestrictedNamespace.Create($"{prefix}-target", Name, Children.Root(parent, options)).Metadata.Apply(metadata => metadata.Name);
        var canary = new K8s.Core.V1.ConfigMap($"{prefix}-canary", new CoreV1.ConfigMapArgs
        {
            // Not labelled as Pulumi's: it has to be in the backup.
            Metadata = new Meta.ObjectMetaArgs { Name = Canary, Namespace = source, Labels = { [ManagedBy.InstanceLabel] = Canary } },
            Data = { ["proof"] = Proof },
        }, Children.Of(parent));
        var restore = new K8s.Core.V1.ConfigMap($"{prefix}-restore", new CoreV1.ConfigMapArgs
        {
            Metadata = Metadata(velero),
            Data = { ["restore.json"] = Manifest() },
        }, Children.Of(parent));
        var account = new K8s.Core.V1.ServiceAccount($"{prefix}-account", new CoreV1.ServiceAccountArgs { Metadata = Metadata(velero), AutomountServiceAccountToken = false }, Children.Of(parent));
        Resource[] rights =
        [
            .. Grant(parent, $"{prefix}-restores", velero, velero, "velero.io", "restores", ["create", "get", "list", "watch", "delete"]),
            .. Grant(parent, $"{prefix}-restored", target, velero, "", "configmaps", ["get", "list", "watch", "delete"]),
        ];
        _ = new K8s.Batch.V1.CronJob($"{prefix}-cron-job", new BatchV1.CronJobArgs
        {
            Metadata = Metadata(velero),
            Spec = new BatchV1.CronJobSpecArgs
            {
                Schedule = cron,
                TimeZone = timeZone,
                ConcurrencyPolicy = "Forbid",
                SuccessfulJobsHistoryLimit = KeptRuns,
                FailedJobsHistoryLimit = KeptRuns,
                JobTemplate = new BatchV1.JobTemplateSpecArgs
                {
                    Spec = new BatchV1.JobSpecArgs
                    {
                        BackoffLimit = 0,
                        ActiveDeadlineSeconds = DeadlineSeconds,
                        Template = new CoreV1.PodTemplateSpecArgs { Metadata = new Meta.ObjectMetaArgs { Labels = Labels() }, Spec = Pod(ImageCacheArgs.Reference(cache, Pins.Kubectl)) },
                    },
                },
            },
        }, Children.Of(parent, [schedule, canary, restore, account, .. rights]));
    }

    private static string Manifest() => new JObject
    {
        ["apiVersion"] = "velero.io/v1",
        ["kind"] = "Restore",
        ["metadata"] = new JObject { ["name"] = Name, ["namespace"] = VeleroValues.Namespace },
        ["spec"] = new JObject
        {
            ["scheduleName"] = ClusterBackup.ScheduleName,
            ["includedNamespaces"] = new JArray(Canary),
            ["includedResources"] = new JArray("configmaps"),
            ["labelSelector"] = new JObject { ["matchLabels"] = new JObject { [ManagedBy.InstanceLabel] = Canary } },
            ["namespaceMapping"] = new JObject { [Canary] = Name },
        },
    }.ToString(Formatting.None);

    private static CoreV1.PodSpecArgs Pod(string image) => new()
    {
        ServiceAccountName = Name,
        AutomountServiceAccountToken = true,
        EnableServiceLinks = false,
        RestartPolicy = "Never",
        SecurityContext = PodSecurity.Pod(),
        InitContainers =
        {
            Step(image, "forget-restore", "delete", $"restores.velero.io/{Name}", $"--namespace={VeleroValues.Namespace}", "--ignore-not-found"),
            Step(image, "forget-restored", "delete", $"configmap/{Canary}", $"--namespace={Name}", "--ignore-not-found"),
            Step(image, "restore", "create", "--filename=/restore/restore.json"),
            Step(image, "wait", "wait", $"restores.velero.io/{Name}", $"--namespace={VeleroValues.Namespace}", "--for=jsonpath={.status.phase}=Completed", "--timeout=20m"),
            Step(image, "compare", "wait", $"configmap/{Canary}", $"--namespace={Name}", $"--for=jsonpath={{.data.proof}}={Proof}", "--timeout=30s"),
        },
        Containers = { Step(image, "clean-up", "delete", $"configmap/{Canary}", $"--namespace={Name}") },
        Volumes =
        {
            new CoreV1.VolumeArgs { Name = "restore", ConfigMap = new CoreV1.ConfigMapVolumeSourceArgs { Name = Name } },
            new CoreV1.VolumeArgs { Name = "tmp", EmptyDir = new CoreV1.EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } },
        },
    };

    private static CoreV1.ContainerArgs Step(string image, string name, params string[] arguments) => new()
    {
        Name = name,
        Image = image,
        Command = "kubectl",
        Args = arguments,
        // Where kubectl keeps what it learned of the API.
        Env = { new CoreV1.EnvVarArgs { Name = "HOME", Value = "/tmp" } },
        Resources = new CoreV1.ResourceRequirementsArgs { Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" }, Limits = { ["memory"] = "128Mi" } },
        SecurityContext = PodSecurity.Container(),
        VolumeMounts =
        {
            new CoreV1.VolumeMountArgs { Name = "restore", MountPath = "/restore", ReadOnly = true },
            new CoreV1.VolumeMountArgs { Name = "tmp", MountPath = "/tmp" },
        },
    };

    private static Resource[] Grant(ComponentResource parent, string resource, Output<string> where, Output<string> velero, string group, string kind, string[] verbs)
    {
        var role = new K8s.Rbac.V1.Role(resource, new Rbac.RoleArgs
        {
            Metadata = Metadata(where),
            Rules = { new Rbac.PolicyRuleArgs { ApiGroups = group, Resources = kind, Verbs = verbs } },
        }, Children.Of(parent));
        var binding = new K8s.Rbac.V1.RoleBinding($"{resource}-binding", new Rbac.RoleBindingArgs
        {
            Metadata = Metadata(where),
            RoleRef = new Rbac.RoleRefArgs { ApiGroup = RbacGroup, Kind = "Role", Name = Name },
            Subjects = { new Rbac.SubjectArgs { Kind = "ServiceAccount", Name = Name, Namespace = velero } },
        }, Children.Of(parent, role));
        return [role, binding];
    }

    private static ImmutableDictionary<string, string> Labels() => ManagedBy.Labels("velero", Name, Name);

    private static Meta.ObjectMetaArgs Metadata(Output<string> where) => new() { Name = Name, Namespace = where, Labels = Labels() };
}
