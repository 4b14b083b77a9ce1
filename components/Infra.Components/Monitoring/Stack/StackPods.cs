using Infra.Components.Helm;
using Infra.Core.Units;

namespace Infra.Components.Monitoring.Stack;

/// <summary>
/// What the pods of the stack ask for: the chart sets no requests. Values and footprints count on the same. Limits of memory are said where the need is known to
/// stay; what grows with the number of objects or people may take more while its node has it.
/// </summary>
internal static class StackPods
{
    /// <summary>The operator of Prometheus.</summary>
    public static readonly PodNeed Operator = new(new CpuQuantity(50), ByteSize.FromMebibytes(128));

    /// <summary>The sidecar of Prometheus and of Alertmanager that tells them of a new configuration.</summary>
    public static readonly PodNeed Reloader = new(new CpuQuantity(10), ByteSize.FromMebibytes(50));

    /// <summary>The exporter of Kubernetes' objects.</summary>
    public static readonly PodNeed KubeStateMetrics = new(new CpuQuantity(25), ByteSize.FromMebibytes(128));

    /// <summary>The exporter of nodes.</summary>
    public static readonly PodNeed NodeExporter = new(new CpuQuantity(25), ByteSize.FromMebibytes(40));

    /// <summary>Grafana's server.</summary>
    public static readonly PodNeed Grafana = new(new CpuQuantity(100), ByteSize.FromMebibytes(256));

    /// <summary>Each of Grafana's two sidecars, which read ConfigMaps.</summary>
    public static readonly PodNeed GrafanaSidecar = new(new CpuQuantity(10), ByteSize.FromMebibytes(90));

    /// <summary>Alertmanager.</summary>
    public static readonly PodNeed Alertmanager = new(new CpuQuantity(25), ByteSize.FromMebibytes(64));

    /// <summary>Requests of one container.</summary>
    internal sealed record PodNeed(CpuQuantity Cpu, ByteSize Memory)
    {
        /// <summary>As a chart takes it.</summary>
        public Dictionary<string, object> Values => HelmScheduling.Resources(Cpu, Memory);
    }
}
