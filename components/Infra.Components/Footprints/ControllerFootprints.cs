using Infra.Components.Accelerators;
using Infra.Components.Backup;
using Infra.Components.Certificates;
using Infra.Components.Chaos;
using Infra.Components.Keda;
using Infra.Components.Monitoring.Logs;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Monitoring.Traces;
using Infra.Components.NodeAutoscaling;
using Infra.Components.Predictions;
using Infra.Components.Queues;
using Infra.Components.Registry;
using Infra.Components.Security.ExternalSecrets;
using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Components.Serving.Traffic;
using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.Traffic.LoadBalancing;
using Infra.Components.VerticalScaling;
using Infra.Core.Footprints;
using Infra.Core.Units;

namespace Infra.Components.Footprints;

/// <summary>
/// The controllers that charts of ours bring, known before their components exist. No pool of accelerators takes them, so they are what a system
/// pool has to hold beside the add-ons; the charts' daemon sets run on the pools that they serve.
/// </summary>
public static class ControllerFootprints
{
    /// <summary>Those of <see cref="NodeAutoscaling.ClusterAutoscaler"/>.</summary>
    public static IEnumerable<PodFootprint> ClusterAutoscaler(int replicas) => [ClusterAutoscalerValues.Footprint(replicas)];

    /// <summary>Those of <see cref="Keda.KedaOperator"/>.</summary>
    public static IEnumerable<PodFootprint> KedaOperator(int replicas) => KedaValues.Footprints(replicas);

    /// <summary>Those of <see cref="Queues.KueueOperator"/>.</summary>
    public static IEnumerable<PodFootprint> KueueOperator() => [KueueValues.Footprint()];

    /// <summary>Those of <see cref="Monitoring.Stack.MonitoringStack"/>, its daemon set among them, which is on every node.</summary>
    /// <param name="server">Its Prometheus.</param>
    /// <param name="hasGrafana">Whether there is a Grafana.</param>
    /// <param name="alertmanagers">Pods of Alertmanager; 0 for none.</param>
    public static IEnumerable<PodFootprint> MonitoringStack(PrometheusServerArgs server, bool hasGrafana, int alertmanagers) => StackFootprints.Of(server, hasGrafana, alertmanagers);

    /// <summary>Those of <see cref="Registry.ModelRegistry"/>, which no pool takes either.</summary>
    /// <param name="replicas">Pods of the server.</param>
    /// <param name="ownDatabase">Whether its database is in the cluster.</param>
    public static IEnumerable<PodFootprint> ModelRegistry(int replicas, bool ownDatabase) => RegistryFootprints.Of(replicas, ownDatabase);

    /// <summary>Those of <see cref="Predictions.PredictionCache"/>, which no pool takes either.</summary>
    public static PodFootprint PredictionCache(string model, int replicas, ByteSize maxSize) => PredictionFootprints.Cache(model, replicas, maxSize);

    /// <summary>That of <see cref="Predictions.PredictionStore"/> in the cluster.</summary>
    public static PodFootprint PredictionStore(ByteSize memory) => PredictionFootprints.Store(memory);

    /// <summary>Those of <see cref="NodeAutoscaling.Karpenter"/>.</summary>
    public static IEnumerable<PodFootprint> Karpenter(int replicas) => [KarpenterValues.Footprint(replicas)];

    /// <summary>Those of <see cref="Accelerators.GpuOperator"/>.</summary>
    public static IEnumerable<PodFootprint> GpuOperator() => Controllers(GpuOperatorValues.For(new GpuOperatorArgs { Pools = [] }).Footprints());

    /// <summary>Those of <see cref="Accelerators.NvidiaDevicePlugin"/>; there are some only with feature discovery.</summary>
    public static IEnumerable<PodFootprint> NvidiaDevicePlugin(bool featureDiscovery) =>
        Controllers(NvidiaDevicePluginValues.For(new NvidiaDevicePluginArgs { Pools = [], FeatureDiscovery = featureDiscovery }).Footprints());

    /// <summary>Those of <see cref="Serving.KServe.KServeOperator"/>.</summary>
    public static IEnumerable<PodFootprint> KServe(bool languageModels) => KServeOperatorArgs.Pods(languageModels);

    /// <summary>Those of <see cref="Certificates.CertManager"/>.</summary>
    public static IEnumerable<PodFootprint> CertManager() => CertManagerValues.Footprints();

    /// <summary>Those of <see cref="Security.ExternalSecrets.ExternalSecretsOperator"/>.</summary>
    public static IEnumerable<PodFootprint> ExternalSecrets() => ExternalSecretsValues.Footprints();

    /// <summary>Those of <see cref="Traffic.LoadBalancing.LoadBalancerController"/>.</summary>
    public static IEnumerable<PodFootprint> LoadBalancerController(int replicas) => [LoadBalancerValues.Footprint(replicas)];

    /// <summary>Those of <see cref="Traffic.EnvoyGatewayController"/>.</summary>
    public static IEnumerable<PodFootprint> EnvoyGateway() => [EnvoyGatewayValues.Footprint()];

    /// <summary>Those of <see cref="Traffic.AiGatewayController"/>.</summary>
    public static IEnumerable<PodFootprint> AiGateway() => [AiGatewayValues.Footprint()];

    /// <summary>That of the endpoint picker of a model, which no pool takes either.</summary>
    public static PodFootprint EndpointPicker(string model, CpuQuantity cpu, ByteSize memory) => EndpointPickerPod.Footprint(model, cpu, memory);

    /// <summary>Those of a <see cref="Traffic.ModelGateway"/>, which no pool takes either.</summary>
    public static IEnumerable<PodFootprint> ModelGateway(string name, int replicas) => [ModelGatewayPods.Footprint(name, replicas)];

    /// <summary>Those of <see cref="Traffic.Dns.ExternalDns"/>.</summary>
    public static IEnumerable<PodFootprint> ExternalDns() => [ExternalDnsValues.Footprint()];

    /// <summary>Those of <see cref="Serving.Ray.KubeRayOperator"/>.</summary>
    public static IEnumerable<PodFootprint> KubeRay() => [KubeRayValues.Footprint()];

    /// <summary>Those of <see cref="Serving.LeaderWorkerSets.LeaderWorkerSetOperator"/>.</summary>
    public static IEnumerable<PodFootprint> LeaderWorkerSet() => [LeaderWorkerSetValues.Footprint()];

    /// <summary>Those of <see cref="VerticalScaling.VerticalRecommender"/>.</summary>
    public static IEnumerable<PodFootprint> VerticalRecommender() => [VerticalRecommenderValues.Footprint()];

    /// <summary>Those of <see cref="Monitoring.Logs.Loki"/>.</summary>
    /// <param name="replicas">Its pods.</param>
    /// <param name="memory">Memory of one.</param>
    public static PodFootprint Loki(int replicas, ByteSize memory) => LokiValues.Footprint(replicas, memory);

    /// <summary>That of <see cref="Monitoring.Logs.FluentBit"/>, which is on every node, those of the system pool too.</summary>
    public static PodFootprint FluentBit() => FluentBitValues.Footprint();

    /// <summary>Those of <see cref="Monitoring.Traces.TraceCollector"/>.</summary>
    public static PodFootprint TraceCollector(int replicas) => TraceCollectorValues.Footprint(replicas);

    /// <summary>Those of <see cref="Backup.ClusterBackup"/>.</summary>
    public static IEnumerable<PodFootprint> Velero() => [VeleroValues.Footprint()];

    /// <summary>Those of <see cref="Chaos.ChaosMesh"/>, of which the daemon is on every node.</summary>
    public static IEnumerable<PodFootprint> ChaosMesh() => ChaosMeshValues.Footprints();

    private static IEnumerable<PodFootprint> Controllers(IEnumerable<PodFootprint> footprints) => footprints.Where(footprint => footprint.Kind == WorkloadKind.Deployment);
}
