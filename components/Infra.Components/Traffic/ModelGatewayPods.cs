using Infra.Core.Footprints;
using Infra.Core.Nodes;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Traffic;

/// <summary>The pods of a gateway.</summary>
internal static class ModelGatewayPods
{
    /// <summary>CPU and memory of the proxy: Envoy Gateway's own defaults (v1.9.0, api/v1alpha1/shared_types.go), said in our object because the footprint counts on them.</summary>
    public static readonly CpuQuantity Cpu = new(100);

    /// <inheritdoc cref="Cpu"/>
    public static readonly ByteSize Memory = ByteSize.FromMebibytes(512);

    // The sidecar that ends the proxy in order: no field of ours (same file, DefaultShutdownManager…).
    private static readonly CpuQuantity _managerCpu = new(10);
    private static readonly ByteSize _managerMemory = ByteSize.FromMebibytes(32);

    /// <summary>The pods of one gateway.</summary>
    public static PodFootprint Footprint(string gateway, int replicas) => new()
    {
        Workload = gateway,
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = new CpuQuantity(Cpu.Millicores + _managerCpu.Millicores),
        Memory = new ByteSize(Memory.Bytes + _managerMemory.Bytes),
        Budget = replicas > 1 ? DisruptionBudget.OneAtATime : null,
        Spread = [NodeLabels.Zone, NodeLabels.Hostname],
        Source = $"{Pins.EnvoyGateway.Name} {Pins.EnvoyGateway.Version}, api/v1alpha1/shared_types.go, proxy and shutdown manager; replicas and requests of the proxy in our EnvoyProxy",
    };
}
