using System.Collections.Immutable;

namespace Infra.Core.Security;

/// <summary>Components whose pods can't keep the level <c>restricted</c>, since they reach into their node, and why. All others keep it.</summary>
public static class NodeAccess
{
    private const string Advertises = "tells the kubelet of devices over its socket, and looks for them on the node";

    /// <summary>The reasons by the type of the component.</summary>
    public static ImmutableSortedDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        [ComponentTypes.AmdDevicePlugin] = Advertises,
        [ComponentTypes.ChaosMesh] = "its daemon breaks containers from the outside: it speaks to containerd and enters their namespaces",
        [ComponentTypes.DcgmExporter] = "reads the counters of GPUs, and asks the kubelet whose they are",
        [ComponentTypes.EfaDevicePlugin] = Advertises,
        [ComponentTypes.FluentBit] = "reads the logs of all pods from the node's disk, and remembers there how far it came",
        [ComponentTypes.GaudiDevicePlugin] = Advertises,
        [ComponentTypes.GpuOperator] = "sets up containerd for GPUs, cuts them, and brings plugins and exporters",
        [ComponentTypes.ModelCache] = "fills a directory of the node, which belongs to root; without any capability",
        [ComponentTypes.MonitoringStack] = "the node exporter reads what the node's kernel counts; everything else keeps the level",
        [ComponentTypes.NeuronDevicePlugin] = Advertises,
        [ComponentTypes.NodeLocalDnsCache] = "answers on an address of the node, and writes the node's packet filters",
        [ComponentTypes.NvidiaDevicePlugin] = Advertises,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
