using Infra.Components.Helm;
using Infra.Components.Security.Registry;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Backup;

/// <summary>Values of the velero chart (12.1.0) that we set; all others keep the chart's defaults.</summary>
internal static class VeleroValues
{
    /// <summary>Namespace of the pods, and of all objects of Velero.</summary>
    public const string Namespace = "velero";

    /// <summary>Service account of the server, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "velero-server";

    private const string Scratch = "tmp";

    // Velero's image names its user and not its number (vmware-tanzu/velero, tag v1.18.1, Dockerfile: USER cnb:cnb), and the kubelet can't tell that such a user isn't root: so one has to be said. Any
    // will do, since it writes to the volumes below alone.
    private const int User = 65532;

    // What `velero install` sets without file system backups (velero.io, "Customize Velero Install", resource requests); the chart sets none.
    private static readonly CpuQuantity _cpu = new(500);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(512);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(ClusterBackupArgs args) => new()
    {
        ["initContainers"] = new object[] { Plugin(args) },
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit),
        ["upgradeJobResources"] = HelmScheduling.Resources(new CpuQuantity(50), ByteSize.FromMebibytes(128), ByteSize.FromMebibytes(256)),
        ["podSecurityContext"] = new Dictionary<string, object>
        {
            ["runAsNonRoot"] = true,
            ["runAsUser"] = User,
            ["runAsGroup"] = User,
            ["fsGroup"] = User,
            ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
        },
        ["containerSecurityContext"] = Container(),
        // A backup is gathered in files before it goes to S3.
        ["extraVolumes"] = new object[] { new Dictionary<string, object> { ["name"] = Scratch, ["emptyDir"] = new Dictionary<string, object>() } },
        ["extraVolumeMounts"] = new object[] { new Dictionary<string, object> { ["name"] = Scratch, ["mountPath"] = "/tmp" } },
        // Of the cluster's own version, as the chart has it: it brings the definitions up to date.
        ["kubectl"] = new Dictionary<string, object>
        {
            ["containerSecurityContext"] = Container(),
        },
        ["serviceAccount"] = new Dictionary<string, object> { ["server"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount } },
        // Pod Identity brings them.
        ["credentials"] = new Dictionary<string, object> { ["useSecret"] = false },
        // Disks are AWS Backup's; without the agent nothing reaches into nodes.
        ["snapshotsEnabled"] = false,
        ["deployNodeAgent"] = false,
        ["configuration"] = new Dictionary<string, object> { ["backupStorageLocation"] = new object[] { Location(args) } },
        ["metrics"] = new Dictionary<string, object>
        {
            ["serviceMonitor"] = args.Scraping is null
                ? new Dictionary<string, object> { ["enabled"] = false }
                : new Dictionary<string, object> { ["enabled"] = true, ["additionalLabels"] = HelmMonitors.Labels(args.Scraping) },
        },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "velero",
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.Velero.Name} {Pins.Velero.Version}, templates/deployment.yaml: one, replaced in its place; requests in our values",
    };

    private static Dictionary<string, object> Location(ClusterBackupArgs args) => new()
    {
        ["name"] = "default",
        ["provider"] = "aws",
        ["bucket"] = args.BucketName,
        ["default"] = true,
        ["config"] = new Dictionary<string, object> { ["region"] = args.Region },
    };

    private static Dictionary<string, object> Plugin(ClusterBackupArgs args) => new()
    {
        ["name"] = "velero-plugin-for-aws",
        ["image"] = ImageCacheArgs.Reference(args.ImageCache, Pins.VeleroAwsPlugin),
        ["volumeMounts"] = new object[] { new Dictionary<string, object> { ["mountPath"] = "/target", ["name"] = "plugins" } },
        ["securityContext"] = Container(),
        ["resources"] = HelmScheduling.Resources(new CpuQuantity(50), ByteSize.FromMebibytes(64), ByteSize.FromMebibytes(128)),
    };

    private static Dictionary<string, object> Container() => new()
    {
        ["allowPrivilegeEscalation"] = false,
        ["readOnlyRootFilesystem"] = true,
        ["capabilities"] = new Dictionary<string, object> { ["drop"] = new object[] { "ALL" } },
    };
}
