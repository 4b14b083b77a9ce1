using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Monitoring.Stack;

/// <summary>The pods of a <see cref="MonitoringStack"/>. The short-lived ones that make the operator's certificate at an installation aren't among them.</summary>
internal static class StackFootprints
{
    private static readonly string _chart = $"{Pins.KubePrometheusStack.Name} {Pins.KubePrometheusStack.Version}";

    /// <summary>The pods.</summary>
    /// <param name="server">The Prometheus server.</param>
    /// <param name="hasGrafana">Whether there is a Grafana.</param>
    /// <param name="alertmanagers">Pods of Alertmanager.</param>
    public static IEnumerable<PodFootprint> Of(PrometheusServerArgs server, bool hasGrafana, int alertmanagers)
    {
        var release = Pins.KubePrometheusStack.Name;
        yield return Deployment($"{release}-operator", 1, StackPods.Operator, "templates/prometheus-operator/deployment.yaml");
        yield return Deployment($"{release}-kube-state-metrics", 1, StackPods.KubeStateMetrics, "kube-state-metrics 8.4.0, templates/deployment.yaml");
        yield return Deployment(
            $"prometheus-{StackNames.Prometheus}",
            server.Replicas,
            Sum(new StackPods.PodNeed(server.CpuQuantity, server.MemorySize), StackPods.Reloader),
            "templates/prometheus/prometheus.yaml; the operator makes a StatefulSet of it") with
        { Budget = Budget(server.Replicas), Spread = HelmScheduling.Topologies };
        yield return new PodFootprint
        {
            Workload = $"{release}-prometheus-node-exporter",
            Kind = WorkloadKind.DaemonSet,
            Cpu = StackPods.NodeExporter.Cpu,
            Memory = StackPods.NodeExporter.Memory,
            // It is on every node of every pool.
            Tolerations = [Toleration.Everything],
            HostAccess = HostAccess.Paths | HostAccess.Network | HostAccess.Processes,
            Source = $"{_chart}, prometheus-node-exporter 4.56.1, templates/daemonset.yaml; requests in our values",
        };
        if (hasGrafana)
        {
            yield return Deployment(
                $"{release}-grafana", 1, Sum(StackPods.Grafana, StackPods.GrafanaSidecar, StackPods.GrafanaSidecar), "grafana 12.11.1, templates/_pod.tpl");
        }

        if (alertmanagers > 0)
        {
            yield return Deployment(
                $"alertmanager-{StackNames.Alertmanager}",
                alertmanagers,
                Sum(StackPods.Alertmanager, StackPods.Reloader),
                "templates/alertmanager/alertmanager.yaml; the operator makes a StatefulSet of it") with
            { Budget = Budget(alertmanagers), Spread = HelmScheduling.Topologies };
        }
    }

    // As PrometheusValues.Budget has it.
    private static DisruptionBudget? Budget(int replicas) => replicas > 1 ? DisruptionBudget.OneAtATime : null;

    private static PodFootprint Deployment(string workload, int replicas, StackPods.PodNeed need, string source) => new()
    {
        Workload = workload,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = need.Cpu,
        Memory = need.Memory,
        Source = $"{_chart}, {source}; requests in our values",
    };

    private static StackPods.PodNeed Sum(params StackPods.PodNeed[] containers) =>
        new(new CpuQuantity(containers.Sum(one => one.Cpu.Millicores)), new ByteSize(containers.Sum(one => one.Memory.Bytes)));
}
