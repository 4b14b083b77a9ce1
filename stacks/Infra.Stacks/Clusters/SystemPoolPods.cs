using System.Collections.Immutable;
using Infra.Components.Footprints;
using Infra.Components.Keda;
using Infra.Core.Clusters;
using Infra.Core.Dns;
using Infra.Core.Footprints;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Stacks.Configuration;
using Infra.Stacks.Jobs;
using Infra.Stacks.Layers;
using Infra.Stacks.Rules;
using Infra.Stacks.Tenants;

namespace Infra.Stacks.Clusters;

/// <summary>What runs on the system pool of a new cluster: add-ons, and the controllers of charts. All other pools have taints or selectors.</summary>
internal static class SystemPoolPods
{
    /// <summary>The pods of the settings.</summary>
    public static ImmutableArray<PodFootprint> Of(PlatformSettings settings, EksConfig eks) =>
    [
        .. eks.AddOns.Managed(autoMode: false).SelectMany(addOn => addOn.Footprint).Where(pod => pod.Selectors.IsEmpty),
        .. settings.Dns.NodeLocalCache ? [NodeLocalDns.Footprint] : Array.Empty<PodFootprint>(),
        .. Autoscaler(settings.NodeAutoscaling),
        .. Accelerators(settings),
        .. Backends(settings),
        .. Traffic(settings),
        .. Jobs(settings),
        .. PlatformPredictions.Footprints(settings),
        .. PlatformMonitoring.Footprints(settings),
        .. PlatformLogs.Footprints(settings),
        .. PlatformTraces.Footprints(settings),
        .. PlatformBackup.HasVelero(settings) ? ControllerFootprints.Velero() : [],
        .. settings.Chaos is null ? [] : ControllerFootprints.ChaosMesh(),
    ];

    private static IEnumerable<PodFootprint> Autoscaler(NodeAutoscalingConfig config) => config.Kind switch
    {
        NodeAutoscalerKind.ClusterAutoscaler => ControllerFootprints.ClusterAutoscaler(config.Replicas),
        NodeAutoscalerKind.Karpenter => ControllerFootprints.Karpenter(config.Replicas),
        _ => [],
    };

    private static IEnumerable<PodFootprint> Backends(PlatformSettings settings) =>
    [
        .. UsesKServe(settings) ? ControllerFootprints.KServe(PlatformBackends.HasLanguageModels(settings)) : [],
        .. PlatformBackends.Needed(settings).SelectMany(backend => backend switch
        {
            ServingBackend.Ray => ControllerFootprints.KubeRay(),
            ServingBackend.LeaderWorkerSet => ControllerFootprints.LeaderWorkerSet(),
            _ => [],
        }),
        .. settings.Backends.Ray.Head is { Pools.IsEmpty: true, Resources: var head }
            ? settings.Served.Where(model => model.Backend == ServingBackend.Ray).Select(model => RayHead.Footprint(model.Name, head.Cpu, head.Memory, model.Autoscaling is not null))
            : [],
        .. ConfiguredRay.Of(settings).Where(ray => ray.Head.Pools.IsEmpty).SelectMany(ray => Unbound(ray)),
    ];

    private static IEnumerable<PodFootprint> Traffic(PlatformSettings settings) =>
    [
        .. PlatformCertificates.Needed(settings) ? ControllerFootprints.CertManager() : [],
        .. TrafficPlan.NeedsLoadBalancerController(settings) ? ControllerFootprints.LoadBalancerController(settings.Traffic.Alb.Replicas) : [],
        .. TrafficPlan.Exposed(settings, ExposedBy.Gateway).Any() ? ControllerFootprints.EnvoyGateway() : [],
        .. TrafficPlan.Schemes(settings, ExposedBy.Gateway).SelectMany(scheme => ControllerFootprints.ModelGateway(PlatformTraffic.GatewayName(scheme), settings.Traffic.Gateway.Replicas)),
        .. TrafficPlan.Pooled(settings).Any() ? ControllerFootprints.AiGateway() : [],
        .. TrafficPlan.Pooled(settings).Select(model => ControllerFootprints.EndpointPicker(model.Name, model.Expose!.InferencePool!.Cpu, model.Expose.InferencePool.Memory)),
        .. settings.Traffic.HostedZone is not null && settings.Models.Any(model => model.Expose is not null) ? ControllerFootprints.ExternalDns() : [],
    ];

    // Heads that name no pools have no GPU, and so run where the controllers do; so does what submits a training, beside its head.
    private static IEnumerable<PodFootprint> Unbound(ConfiguredRay ray) =>
    [
        RayHead.Footprint(ray.Name, ray.Head.Resources.Cpu, ray.Head.Resources.Memory, ray.Autoscaling is not null),
        .. ray.IsForTraining ? [RaySubmitter.Footprint(ray.Name)] : Array.Empty<PodFootprint>(),
    ];

    private static bool UsesKServe(PlatformSettings settings) => SharedParts.Has(settings, SharedPart.KServe);

    private static IEnumerable<PodFootprint> Jobs(PlatformSettings settings) =>
    [
        .. PlatformRecommender.IsNeeded(settings) ? ControllerFootprints.VerticalRecommender() : [],
        .. settings.Security.ExternalSecrets is not null ? ControllerFootprints.ExternalSecrets() : [],
        .. TenantMembers.HasQueues(settings) ? ControllerFootprints.KueueOperator() : [],
        .. PlatformKeda.IsNeeded(settings) ? ControllerFootprints.KedaOperator(KedaOperatorArgs.DefaultReplicas) : [],
        .. settings.Registry is { } registry ? ControllerFootprints.ModelRegistry(registry.Replicas, !RegistryRules.UsesRds(settings)) : [],
    ];

    // Counted for every pool of the stack's own, though one without NVIDIA GPUs needs neither: too much room is no outage.
    private static IEnumerable<PodFootprint> Accelerators(PlatformSettings settings)
    {
        if (settings.Pools.All(pool => pool.ExistingNodes is not null))
        {
            return [];
        }

        return settings.Accelerators.Nvidia == NvidiaSoftware.GpuOperator
            ? ControllerFootprints.GpuOperator()
            : ControllerFootprints.NvidiaDevicePlugin(settings.Accelerators.FeatureDiscovery);
    }
}
