using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Monitoring.Logs;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Monitoring.Logs;

/// <summary>Values of the fluent-bit chart (0.58.1) that we set; all others keep the chart's defaults.</summary>
internal static class FluentBitValues
{
    /// <summary>Namespace of the pods.</summary>
    public const string Namespace = "fluent-bit";

    /// <summary>Service account of the pods, to which the Pod Identity role is bound.</summary>
    public const string ServiceAccount = "fluent-bit";

    private const string ConfigurationFile = "fluent-bit.yaml";

    // Estimates that nobody measured. Memory: 32 chunks of 2 MB (storage.max_chunks_up), and about as much again for what is being read and sent.
    private static readonly CpuQuantity _cpu = new(50);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(128);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(256);

    /// <summary>Labels of the pods.</summary>
    public static IReadOnlyDictionary<string, string> Selector { get; } =
        new Dictionary<string, string> { ["app.kubernetes.io/name"] = "fluent-bit", ["app.kubernetes.io/instance"] = "fluent-bit" };

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> For(FluentBitArgs args) => new()
    {
        ["serviceAccount"] = new Dictionary<string, object> { ["create"] = true, ["name"] = ServiceAccount },
        // A pod that pulls a floating tag of another image, for people who run helm test.
        ["testFramework"] = new Dictionary<string, object> { ["enabled"] = false },
        ["tolerations"] = HelmScheduling.Tolerations([Toleration.Everything]),
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit),
        // The user stays root, who alone may read logs that the kubelet writes; he can do nothing else that root can.
        ["securityContext"] = new Dictionary<string, object>
        {
            ["allowPrivilegeEscalation"] = false,
            ["readOnlyRootFilesystem"] = true,
            ["capabilities"] = new Dictionary<string, object> { ["drop"] = new object[] { "ALL" } },
            ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
        },
        ["updateStrategy"] = new Dictionary<string, object> { ["type"] = "RollingUpdate", ["rollingUpdate"] = new Dictionary<string, object> { ["maxUnavailable"] = "10%" } },
        // Time to send what is in work.
        ["terminationGracePeriodSeconds"] = 30,
        ["daemonSetVolumes"] = new object[] { HostPath("varlog", "/var/log"), HostPath("varlibdockercontainers", "/var/lib/docker/containers"), HostPath("state", FluentBitPipeline.StateDirectory) },
        ["daemonSetVolumeMounts"] = new object[]
        {
            Mount("varlog", "/var/log", readOnly: true),
            // Where the links end on nodes with Docker, which kind of minikube may have.
            Mount("varlibdockercontainers", "/var/lib/docker/containers", readOnly: true),
            Mount("state", FluentBitPipeline.StateDirectory, readOnly: false),
        },
        ["args"] = new object[] { "--workdir=/fluent-bit/etc", $"--config=/fluent-bit/etc/conf/{ConfigurationFile}" },
        ["config"] = new Dictionary<string, object>
        {
            // The older form, which is written beside ours all the same.
            ["service"] = "",
            ["inputs"] = "",
            ["filters"] = "",
            ["outputs"] = "",
            ["customParsers"] = "",
            ["extraFiles"] = new Dictionary<string, object> { [ConfigurationFile] = Configuration(args).ToYaml() },
        },
        ["serviceMonitor"] = Monitor(args.Scraping),
    };

    /// <summary>The pods that the chart makes: one on every node.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = Pins.FluentBit.Name,
        Kind = WorkloadKind.DaemonSet,
        Cpu = _cpu,
        Memory = _memory,
        Tolerations = [Toleration.Everything],
        HostAccess = HostAccess.Paths,
        Source = $"{Pins.FluentBit.Name} {Pins.FluentBit.Version}, templates/daemonset.yaml; requests in our values",
    };

    private static FluentBitConfiguration Configuration(FluentBitArgs args) => FluentBitPipeline.To(
        args.CloudWatch is { } group ? new LogSink.CloudWatch(group.Region, group.LogGroupName) : new LogSink.Loki(Loki.Host, Loki.Port),
        // Its own lines about what it couldn't send would only be more to send.
        [Namespace, .. args.ExcludedNamespaces]);

    private static Dictionary<string, object> Monitor(ScrapingArgs? scraping) => scraping is null
        ? new() { ["enabled"] = false }
        : new() { ["enabled"] = true, ["interval"] = scraping.Interval, ["selector"] = HelmMonitors.Labels(scraping) };

    private static Dictionary<string, object> HostPath(string name, string path) => new()
    {
        ["name"] = name,
        ["hostPath"] = new Dictionary<string, object> { ["path"] = path, ["type"] = "DirectoryOrCreate" },
    };

    private static Dictionary<string, object> Mount(string name, string path, bool readOnly) => new() { ["name"] = name, ["mountPath"] = path, ["readOnly"] = readOnly };
}
