using System.Collections.Immutable;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Tests.Monitoring.Rules;

/// <summary>A cluster: two nodes of the pool t4, none of the pool a100, and pods on them.</summary>
internal static class FleetSamples
{
    public static readonly FleetPool T4 = new("t4", ["nvidia.com/gpu"], Prices(("g4dn.xlarge", 0.5), ("g4dn.12xlarge", 4)));
    public static readonly FleetPool A100 = new("a100", ["nvidia.com/gpu", "nvidia.com/mig-1g.5gb"], Prices(("p4d.24xlarge", 22)));

    public static readonly ImmutableSortedDictionary<string, double> NoPrices = Prices();

    public static IReadOnlyList<(string Series, string Values)> Nodes { get; } =
    [
        .. Node("one", "t4", "g4dn.xlarge", gpus: 1),
        .. Node("four", "t4", "g4dn.12xlarge", gpus: 4),
        // Of nobody's pool.
        ("kube_node_status_allocatable{node=\"system\",resource=\"nvidia_com_gpu\"}", "8x20"),
        ("kube_node_labels{node=\"system\"}", "1x20"),
    ];

    public static IReadOnlyList<(string Series, string Values)> Pods { get; } =
    [
        .. Pod("team-a", "chat-1", "four", gpus: 2, "Running", model: "chat"),
        .. Pod("team-a", "other-1", "four", gpus: 1, "Running", model: "other"),
        .. Pod("team-b", "chat-1", "one", gpus: 1, "Pending", model: "chat"),
        // It ended, and its GPU is free again.
        .. Pod("team-a", "job-1", "four", gpus: 1, "Succeeded", model: "job"),
        // No node has room for it.
        .. Pod("team-a", "chat-2", "", gpus: 3, "Pending", model: "chat"),
    ];

    private static IEnumerable<(string, string)> Node(string name, string pool, string type, int gpus) =>
    [
        ($"kube_node_labels{{node=\"{name}\",label_gpu_inference_pool=\"{pool}\",label_node_kubernetes_io_instance_type=\"{type}\"}}", "1x20"),
        ($"kube_node_status_allocatable{{node=\"{name}\",resource=\"nvidia_com_gpu\"}}", $"{gpus}x20"),
        ($"kube_node_status_allocatable{{node=\"{name}\",resource=\"cpu\"}}", "48x20"),
    ];

    private static IEnumerable<(string, string)> Pod(string @namespace, string name, string node, int gpus, string phase, string model) =>
    [
        ($"kube_pod_container_resource_requests{{namespace=\"{@namespace}\",pod=\"{name}\",container=\"server\",resource=\"nvidia_com_gpu\"{(node.Length == 0 ? "" : $",node=\"{node}\"")}}}", $"{gpus}x20"),
        ($"kube_pod_container_resource_requests{{namespace=\"{@namespace}\",pod=\"{name}\",container=\"server\",resource=\"cpu\",node=\"{node}\"}}", "4x20"),
        ($"kube_pod_status_phase{{namespace=\"{@namespace}\",pod=\"{name}\",phase=\"{phase}\"}}", "1x20"),
        ($"kube_pod_status_phase{{namespace=\"{@namespace}\",pod=\"{name}\",phase=\"Unknown\"}}", "0x20"),
        ($"kube_pod_labels{{namespace=\"{@namespace}\",pod=\"{name}\",label_app_kubernetes_io_instance=\"{model}\"}}", "1x20"),
    ];

    private static ImmutableSortedDictionary<string, double> Prices(params (string Type, double Usd)[] prices) =>
        prices.ToImmutableSortedDictionary(price => price.Type, price => price.Usd, StringComparer.Ordinal);
}
