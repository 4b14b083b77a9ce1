using Infra.Components.Helm;
using Infra.Components.Traffic.InferenceExtension;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Components.Traffic;

/// <summary>Values of the gateway-helm chart (v1.9.0, charts/gateway-helm/values.tmpl.yaml) that we set; all others keep the chart's defaults.</summary>
internal static class EnvoyGatewayValues
{
    /// <summary>Under which it looks for GatewayClasses.</summary>
    public const string ControllerName = "gateway.envoyproxy.io/gatewayclass-controller";

    // One leads, and proxies serve on without any: a second one shortens what a failed node costs to the change that nobody makes meanwhile.
    private const int Replicas = 2;

    // The chart's own, said here because the footprint counts on them.
    private static readonly CpuQuantity _cpu = new(100);
    private static readonly ByteSize _memory = ByteSize.FromMebibytes(256);
    private static readonly ByteSize _memoryLimit = ByteSize.FromMebibytes(1024);

    /// <summary>The values document.</summary>
    /// <param name="inferencePools">Whether routes may lead to InferencePools.</param>
    public static Dictionary<string, object> ToValues(bool inferencePools) => new()
    {
        ["deployment"] = new Dictionary<string, object>
        {
            ["replicas"] = Replicas,
            ["envoyGateway"] = new Dictionary<string, object> { ["resources"] = HelmScheduling.Resources(_cpu, _memory, _memoryLimit) },
            ["pod"] = new Dictionary<string, object> { ["topologySpreadConstraints"] = HelmScheduling.Spread("control-plane", "envoy-gateway") },
        },
        // The chart's budget allows everything.
        ["podDisruptionBudget"] = new Dictionary<string, object> { ["minAvailable"] = 1 },
        ["config"] = new Dictionary<string, object> { ["envoyGateway"] = Configuration(inferencePools) },
    };

    /// <summary>The pods that the chart makes.</summary>
    public static PodFootprint Footprint() => new()
    {
        Workload = "envoy-gateway",
        Kind = WorkloadKind.Deployment,
        Replicas = Replicas,
        Cpu = _cpu,
        Memory = _memory,
        Budget = DisruptionBudget.OneStays,
        Spread = HelmScheduling.Topologies,
        Source = $"{Pins.EnvoyGateway.Name} {Pins.EnvoyGateway.Version}, templates/envoy-gateway-deployment.yaml; replicas and requests in our values",
    };

    private static Dictionary<string, object> Configuration(bool inferencePools)
    {
        var configuration = new Dictionary<string, object>
        {
            ["gateway"] = new Dictionary<string, object> { ["controllerName"] = ControllerName },
            ["provider"] = new Dictionary<string, object> { ["type"] = "Kubernetes" },
        };
        if (inferencePools)
        {
            configuration["extensionManager"] = Extension();
        }

        return configuration;
    }

    // envoyproxy/ai-gateway, tag v1.1.0, manifests/envoy-gateway-values.yaml and examples/inference-pool/envoy-gateway-values-addon.yaml.
    private static Dictionary<string, object> Extension() => new()
    {
        ["backendResources"] = new object[]
        {
            new Dictionary<string, object> { ["group"] = InferencePoolKind.Group, ["kind"] = InferencePoolKind.Kind, ["version"] = InferencePoolKind.Version },
        },
        ["hooks"] = new Dictionary<string, object>
        {
            ["xdsTranslator"] = new Dictionary<string, object>
            {
                ["translation"] = new Dictionary<string, object>
                {
                    ["listener"] = Whether(true),
                    ["route"] = Whether(true),
                    ["cluster"] = Whether(true),
                    // Keys of certificates would go over the network unencrypted, and nothing that concerns InferencePools reads them (internal/extensionserver).
                    ["secret"] = Whether(false),
                },
                ["post"] = new object[] { "Translation", "Cluster", "Route" },
            },
        },
        ["service"] = new Dictionary<string, object>
        {
            ["fqdn"] = new Dictionary<string, object> { ["hostname"] = AiGatewayValues.ExtensionHost, ["port"] = AiGatewayValues.ExtensionPort },
        },
    };

    private static Dictionary<string, object> Whether(bool all) => new() { ["includeAll"] = all };
}
