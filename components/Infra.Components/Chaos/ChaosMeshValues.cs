using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Chaos;

/// <summary>Values of the chaos-mesh chart (2.8.3) that we set; all others keep the chart's defaults.</summary>
internal static class ChaosMeshValues
{
    /// <summary>Namespace of the pods and of the experiments.</summary>
    public const string Namespace = "chaos-mesh";

    // The chart's defaults of the controller, said here because the footprint counts on them; its daemon asks for nothing, and does little between experiments.
    private static readonly CpuQuantity _cpu = new(25);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(256);
    private static readonly CpuQuantity _daemonCpu = new(25);
    private static readonly ByteSize _daemonMemory = ByteSize.FromMebibytes(64);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> ToValues() => new()
    {
        ["controllerManager"] = new Dictionary<string, object>
        {
            // While it is away no experiment starts, which harms nobody.
            ["replicaCount"] = 1,
            ["resources"] = HelmScheduling.Resources(_cpu, _memory),
            // Without consent of its namespace no pod is touched, whatever a selector says.
            ["enableFilterNamespace"] = true,
            // The chart's own floats, and is gone from its registry's new home.
            ["podChaos"] = new Dictionary<string, object> { ["podFailure"] = new Dictionary<string, object> { ["pauseImage"] = Pins.Pause.Reference } },
        },
        ["chaosDaemon"] = new Dictionary<string, object>
        {
            ["runtime"] = "containerd",
            ["socketPath"] = "/run/containerd/containerd.sock",
            ["resources"] = HelmScheduling.Resources(_daemonCpu, _daemonMemory),
            // Beside the models, on nodes with any taint.
            ["tolerations"] = HelmScheduling.Tolerations([Toleration.Everything]),
        },
        // Experiments stand in the configuration; a page on which anybody can start others would be one door more.
        ["dashboard"] = new Dictionary<string, object> { ["create"] = false },
        ["dnsServer"] = new Dictionary<string, object> { ["create"] = false },
        ["enableProfiling"] = false,
    };

    /// <summary>The pods that the chart makes.</summary>
    public static IEnumerable<PodFootprint> Footprints() =>
    [
        new PodFootprint
        {
            Workload = "chaos-controller-manager",
            Kind = WorkloadKind.Deployment,
            Cpu = _cpu,
            Memory = _memory,
            Source = $"{Pins.ChaosMesh.Name} {Pins.ChaosMesh.Version}, templates/controller-manager-deployment.yaml; replicas and requests in our values",
        },
        new PodFootprint
        {
            Workload = "chaos-daemon",
            Kind = WorkloadKind.DaemonSet,
            Cpu = _daemonCpu,
            Memory = _daemonMemory,
            Tolerations = [Toleration.Everything],
            // The socket of containerd and /sys, the processes of all pods, and everything that a kernel lets a process do to another.
            HostAccess = HostAccess.Paths | HostAccess.Processes | HostAccess.Privileges,
            Source = $"{Pins.ChaosMesh.Name} {Pins.ChaosMesh.Version}, templates/chaos-daemon-daemonset.yaml; requests in our values",
        },
    ];
}
