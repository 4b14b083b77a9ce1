using Infra.Components.Helm;
using Infra.Core.Footprints;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Serving.KServe;

/// <summary>Values of the kserve-llmisvc-resources chart (v0.20.0) that we set; all others keep the chart's defaults.</summary>
internal static class KServeLlmValues
{
    // The chart's own requests, said here because the footprint counts on them.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(300);

    /// <summary>The values document.</summary>
    public static Dictionary<string, object> ToValues() => new()
    {
        ["kserve"] = new Dictionary<string, object>
        {
            // Configuration and issuer of certificates are those of the chart kserve-resources, in the same namespace.
            ["createSharedResources"] = false,
            ["llmisvc"] = new Dictionary<string, object>
            {
                // Definitions of the Gateway API's inference extension: only a router needs them, and they belong to whoever brings a gateway.
                ["createGIECRDs"] = false,
                ["controller"] = new Dictionary<string, object>
                {
                    ["imagePullPolicy"] = "IfNotPresent",
                    ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memory),
                    // Otherwise nobody may ever delete the base that every model has (cmd/llmisvc/main.go).
                    ["env"] = new[] { new Dictionary<string, object> { ["name"] = "PREVENT_WELL_KNOWN_CONFIG_DELETION", ["value"] = "false" } },
                },
            },
        },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "llmisvc-controller-manager",
        Kind = WorkloadKind.Deployment,
        Cpu = _cpu,
        Memory = _memory,
        Source = $"{Pins.KServeLlm.Name} {Pins.KServeLlm.Version}, files/llmisvc/resources.yaml and deployment-patch.yaml; requests in our values",
    };
}
