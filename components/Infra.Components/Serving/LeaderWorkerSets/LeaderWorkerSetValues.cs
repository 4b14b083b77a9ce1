using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Serving.LeaderWorkerSets;

/// <summary>Values of the lws chart (0.10.0) that we set; all others keep the chart's defaults.</summary>
internal static class LeaderWorkerSetValues
{
    // The chart asks for one core, which a controller of a handful of sets never uses.
    private static readonly CpuQuantity _cpu = new(200);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(512);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> ToValues() => new()
    {
        ["replicaCount"] = 1,
        ["image"] = new Dictionary<string, object>
        {
            // The chart's default is the tag main.
            ["manager"] = new Dictionary<string, object>
            {
                ["repository"] = Pins.LeaderWorkerSetManager.Repository,
                ["tag"] = Pins.LeaderWorkerSetManager.Version,
                ["pullPolicy"] = "IfNotPresent",
            },
        },
        ["podSecurityContext"] = new Dictionary<string, object>
        {
            ["runAsNonRoot"] = true,
            // The security level restricted asks for it.
            ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
        },
        ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "lws-controller-manager",
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.LeaderWorkerSet.Name} {Pins.LeaderWorkerSet.Version}, templates/manager/deployment.yaml; replicas and requests in our values",
    };
}
