using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Serving.KServe;

/// <summary>Values of the kserve-resources chart (v0.20.0) that we set; all others keep the chart's defaults.</summary>
internal static class KServeValues
{
    // The chart's own requests, said here because the footprint counts on them.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(300);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> ToValues() => new()
    {
        ["kserve"] = new Dictionary<string, object>
        {
            ["controller"] = new Dictionary<string, object>
            {
                // The chart's default is Knative, which nobody installs here. Every model says its mode too.
                ["deploymentMode"] = "Standard",
                ["imagePullPolicy"] = "IfNotPresent",
                ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
                ["rbacProxy"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory) },
                ["gateway"] = new Dictionary<string, object>
                {
                    // Models are exposed by routes of ours; KServe would make an Ingress of the class istio for each of them.
                    ["disableIngressCreation"] = true,
                    ["disableIstioVirtualHost"] = true,
                },
            },
            ["inferenceservice"] = new Dictionary<string, object>
            {
                ["resources"] = new Dictionary<string, object>
                {
                    // An empty text turns a default off. A limit of one core beside a larger request would be refused, and throttling frees nothing.
                    ["limits"] = new Dictionary<string, object> { ["cpu"] = "" },
                },
            },
        },
    };

    /// <summary>The pods that the chart makes: manager and proxy of its metrics.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "kserve-controller-manager",
        Kind = WorkloadKind.Deployment,
        Cpu = new CpuQuantity(2 * _cpu.Millicores),
        Memory = new ByteSize(2 * _memory.Bytes),
        Source = $"{Pins.KServe.Name} {Pins.KServe.Version}, files/kserve/resources.yaml and deployment-patch.yaml; requests in our values",
    };
}
