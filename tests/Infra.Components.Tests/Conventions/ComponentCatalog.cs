using Infra.Components.Accelerators;
using Infra.Components.Backup;
using Infra.Components.Batch;
using Infra.Components.Certificates;
using Infra.Components.Chaos;
using Infra.Components.Clusters;
using Infra.Components.Costs;
using Infra.Components.Dns;
using Infra.Components.Identity;
using Infra.Components.Keda;
using Infra.Components.Monitoring.Dashboards;
using Infra.Components.Monitoring.Logs;
using Infra.Components.Monitoring.Rules;
using Infra.Components.Monitoring.Stack;
using Infra.Components.Monitoring.Traces;
using Infra.Components.Network;
using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Components.Predictions;
using Infra.Components.Queues;
using Infra.Components.RayClusters;
using Infra.Components.Registry;
using Infra.Components.Security;
using Infra.Components.Security.ExternalSecrets;
using Infra.Components.Security.Registry;
using Infra.Components.Serving;
using Infra.Components.Serving.KServe;
using Infra.Components.Serving.LeaderWorkerSets;
using Infra.Components.Serving.Ray;
using Infra.Components.Storage;
using Infra.Components.Tenants;
using Infra.Components.Tests.Backup;
using Infra.Components.Tests.Chaos;
using Infra.Components.Tests.Jobs;
using Infra.Components.Tests.Monitoring.Dashboards;
using Infra.Components.Tests.Monitoring.Logs;
using Infra.Components.Tests.Monitoring.Rules;
using Infra.Components.Tests.Monitoring.Stack;
using Infra.Components.Tests.Monitoring.Traces;
using Infra.Components.Tests.Predictions;
using Infra.Components.Tests.RayClusters;
using Infra.Components.Tests.Security;
using Infra.Components.Tests.Serving;
using Infra.Components.Tests.Storage;
using Infra.Components.Tests.Tenants;
using Infra.Components.Tests.Traffic;
using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.Traffic.LoadBalancing;
using Infra.Components.Training;
using Infra.Components.VerticalScaling;
using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>How to make each component; a new one has to be added here before the conventions hold.</summary>
internal static class ComponentCatalog
{
    public static readonly IReadOnlyDictionary<Type, Func<string, ComponentResourceOptions, ComponentResource>> All =
        new Dictionary<Type, Func<string, ComponentResourceOptions, ComponentResource>>
        {
            [typeof(Loki)] = (name, options) => new Loki(name, LogSamples.Loki(), options),
            [typeof(FluentBit)] = (name, options) => new FluentBit(name, LogSamples.ToCloudWatch(), options),
            [typeof(TraceCollector)] = (name, options) => new TraceCollector(name, TraceCollectorTests.Full(), options),
            [typeof(GpuNodePool)] = (name, options) => new GpuNodePool(name, Samples.NodePool(name), options),
            [typeof(ClusterNetwork)] = (name, options) => new ClusterNetwork(name, Samples.Network(), options),
            [typeof(EksCluster)] = (name, options) => new EksCluster(name, Samples.Cluster(), options),
            [typeof(EksAddOn)] = (name, options) => new EksAddOn(name, Samples.AddOn(), options),
            [typeof(EnvironmentBudget)] = (name, options) => new EnvironmentBudget(name, Samples.Budget(), options),
            [typeof(SystemNodePool)] = (name, options) => new SystemNodePool(name, Samples.SystemPool(), options),
            [typeof(NvidiaDevicePlugin)] = (name, options) => new NvidiaDevicePlugin(name, Samples.DevicePlugin(Samples.GpuPool(name)), options),
            [typeof(DcgmExporter)] = (name, options) => new DcgmExporter(name, new DcgmExporterArgs { Pools = [Samples.GpuPool(name)] }, options),
            [typeof(EfaDevicePlugin)] = (name, options) => new EfaDevicePlugin(name, new EfaDevicePluginArgs { Pools = [Samples.GpuPool(name)] }, options),
            [typeof(NeuronDevicePlugin)] = (name, options) => new NeuronDevicePlugin(name, new NeuronDevicePluginArgs { Pools = [Samples.CpuPool()] }, options),
            [typeof(AmdDevicePlugin)] = (name, options) => new AmdDevicePlugin(name, new AmdDevicePluginArgs { Pools = [Samples.EdgePool(DeviceVendor.Amd)] }, options),
            [typeof(GaudiDevicePlugin)] = (name, options) => new GaudiDevicePlugin(name, new GaudiDevicePluginArgs { Pools = [Samples.EdgePool(DeviceVendor.Gaudi)] }, options),
            [typeof(EdgePool)] = (name, options) => new EdgePool(name, Samples.EdgePoolOf(name), options),
            [typeof(GpuOperator)] = (name, options) => new GpuOperator(name, new GpuOperatorArgs { Pools = [Samples.GpuPool(name)] }, options),
            [typeof(ClusterAutoscaler)] = (name, options) => new ClusterAutoscaler(name, Samples.ClusterAutoscaler(), options),
            [typeof(Karpenter)] = (name, options) => new Karpenter(name, Samples.Karpenter(), options),
            [typeof(KarpenterNodePool)] = (name, options) => new KarpenterNodePool(name, Samples.KarpenterPool(name), options),
            [typeof(EksAutoModeNodes)] = (name, options) => new EksAutoModeNodes(name, Samples.AutoModePool(name), options),
            [typeof(Headroom)] = (name, options) => new Headroom(name, Samples.Headroom(), options),
            [typeof(SchedulingPriorities)] = (name, options) => new SchedulingPriorities(name, new SchedulingPrioritiesArgs(), options),
            [typeof(ModelBucket)] = (name, options) => new ModelBucket(name, Samples.Bucket(), options),
            [typeof(AccessLogBucket)] = (name, options) => new AccessLogBucket(name, new AccessLogBucketArgs { AccountId = "123456789012" }, options),
            [typeof(ModelVolume)] = (name, options) => new ModelVolume(name, StorageSamples.Efs(), options),
            [typeof(ModelCache)] = (name, options) => new ModelCache(name, StorageSamples.Cache(), options),
            [typeof(EbsStorageClass)] = (name, options) => new EbsStorageClass(name, new EbsStorageClassArgs { ClassName = name }, options),
            [typeof(ImagePuller)] = (name, options) => new ImagePuller(
                name, new ImagePullerArgs { Namespace = "models", Pools = [new PulledImagesArgs { Pool = Samples.GpuPool("t4"), Images = ["docker.io/vllm/vllm-openai:v0.24.0"] }] }, options),
            [typeof(PodIdentityRole)] = (name, options) => new PodIdentityRole(name, Samples.Role(name), options),
            [typeof(InferenceService)] = (name, options) => new InferenceService(name, ServingSamples.OnGpu(), options),
            [typeof(CertManager)] = (name, options) => new CertManager(name, new CertManagerArgs(), options),
            [typeof(EnvoyGatewayController)] = (name, options) => new EnvoyGatewayController(name, new EnvoyGatewayControllerArgs(), options),
            [typeof(AiGatewayController)] = (name, options) => new AiGatewayController(name, new AiGatewayControllerArgs(), options),
            [typeof(ModelGateway)] = (name, options) => new ModelGateway(name, TrafficSamples.Gateway(), options),
            [typeof(LoadBalancerController)] = (name, options) => new LoadBalancerController(name, TrafficSamples.Controller(), options),
            [typeof(LoadBalancerClass)] = (name, options) => new LoadBalancerClass(name, TrafficSamples.Class(), options),
            [typeof(ExternalDns)] = (name, options) => new ExternalDns(name, TrafficSamples.Records(), options),
            [typeof(KServeOperator)] = (name, options) => new KServeOperator(name, new KServeOperatorArgs(), options),
            [typeof(KubeRayOperator)] = (name, options) => new KubeRayOperator(name, new KubeRayOperatorArgs(), options),
            [typeof(VerticalRecommender)] = (name, options) => new VerticalRecommender(name, new VerticalRecommenderArgs(), options),
            [typeof(ExternalSecretsOperator)] = (name, options) => new ExternalSecretsOperator(name, ExternalSecretsOperatorTests.Args(), options),
            [typeof(ContainerRegistry)] = (name, options) => new ContainerRegistry(name, ContainerRegistryTests.Args(), options),
            [typeof(ImageAdmission)] = (name, options) => new ImageAdmission(name, new ImageAdmissionArgs { Sources = ["ghcr.io/team"], Namespaces = ["inference"] }, options),
            [typeof(LeaderWorkerSetOperator)] = (name, options) => new LeaderWorkerSetOperator(name, new LeaderWorkerSetOperatorArgs(), options),
            [typeof(RayCluster)] = (name, options) => new RayCluster(name, RaySamples.Cluster(), options),
            [typeof(RayTraining)] = (name, options) => new RayTraining(name, RaySamples.Training(), options),
            [typeof(BatchInference)] = (name, options) => new BatchInference(name, JobSamples.Queued(), options),
            [typeof(TrainingJob)] = (name, options) => new TrainingJob(name, JobSamples.Nightly(), options),
            [typeof(NodeLocalDnsCache)] = (name, options) => new NodeLocalDnsCache(name, new NodeLocalDnsCacheArgs { ServiceAddress = "10.100.0.10" }, options),
            [typeof(PredictionStore)] = (name, options) => new PredictionStore(name, PredictionSamples.Store(name), options),
            [typeof(PredictionCache)] = (name, options) => new PredictionCache(name, PredictionSamples.Cache(name), options),
            [typeof(ModelRegistry)] = (name, options) => new ModelRegistry(name, JobSamples.Registry(), options),
            [typeof(GrafanaDashboards)] = (name, options) => new GrafanaDashboards(name, DashboardSamples.Everything(), options),
            [typeof(PlatformAlerts)] = (name, options) => new PlatformAlerts(name, PlatformAlertSamples.Everything(), options),
            [typeof(MonitoringStack)] = (name, options) => new MonitoringStack(name, StackSamples.Everything(), options),
            [typeof(BackupVault)] = (name, options) => new BackupVault(name, new BackupVaultArgs { LockDays = 7 }, options),
            [typeof(DataBackup)] = (name, options) => new DataBackup(name, BackupSamples.Data(), options),
            [typeof(ClusterBackup)] = (name, options) => new ClusterBackup(name, BackupSamples.Cluster(), options),
            [typeof(ChaosMesh)] = (name, options) => new ChaosMesh(name, ChaosSamples.Mesh(), options),
            [typeof(KedaOperator)] = (name, options) => new KedaOperator(name, new KedaOperatorArgs { ClusterName = "gpu" }, options),
            [typeof(KueueOperator)] = (name, options) => new KueueOperator(name, new KueueOperatorArgs(), options),
            [typeof(PoolFlavors)] = (name, options) => new PoolFlavors(name, TenantSamples.Flavors(), options),
            [typeof(TenantNamespace)] = (name, options) => new TenantNamespace(name, TenantSamples.Vision(name), options),
            [typeof(TenantAccess)] = (name, options) => new TenantAccess(name, TenantSamples.Access(), options),
        };

    /// <summary>Children of a component named <c>a</c> that wait for what the component waits for; all others come after one of them or cost nothing.</summary>
    public static readonly IReadOnlyDictionary<Type, string[]> Roots = new Dictionary<Type, string[]>
    {
        [typeof(Loki)] = ["a-namespace", "a-role", "a-release"],
        [typeof(FluentBit)] = ["a-namespace", "a-logs-key", "a-role", "a-release"],
        [typeof(TraceCollector)] = ["a-namespace", "a-release"],
        [typeof(GpuNodePool)] = ["a-role", "a-launch-template"],
        [typeof(ClusterNetwork)] = ["a-vpc", "a-flow-logs-key", "a-flow-log-role"],
        [typeof(EksCluster)] = ["a-key", "a-logs-key", "a-role", "a-control-plane"],
        [typeof(EksAddOn)] = ["a-role", "a-addon"],
        [typeof(EnvironmentBudget)] = ["a-budget"],
        [typeof(SystemNodePool)] = ["a-role", "a-launch-template"],
        [typeof(NvidiaDevicePlugin)] = ["a-namespace", "a-release"],
        [typeof(DcgmExporter)] = ["a-namespace", "a-release"],
        [typeof(EfaDevicePlugin)] = ["a-namespace", "a-release"],
        [typeof(NeuronDevicePlugin)] = ["a-namespace", "a-release"],
        [typeof(AmdDevicePlugin)] = ["a-namespace", "a-daemon-set"],
        [typeof(GaudiDevicePlugin)] = ["a-namespace", "a-daemon-set"],
        [typeof(EdgePool)] = ["a-role", "a-access"],
        [typeof(GpuOperator)] = ["a-namespace", "a-metrics", "a-release"],
        [typeof(ClusterAutoscaler)] = ["a-role", "a-release"],
        [typeof(Karpenter)] =
        [
            "a-node-role", "a-queue", "a-health-rule", "a-spot-interruption-rule", "a-rebalance-rule", "a-state-change-rule",
            "a-reservation-interruption-rule", "a-role", "a-crds", "a-release",
        ],
        [typeof(KarpenterNodePool)] = ["a-node-class"],
        [typeof(EksAutoModeNodes)] = ["a-node-role"],
        [typeof(Headroom)] = ["a-namespace", "a-t4"],
        [typeof(SchedulingPriorities)] = ["a-gpu-inference-critical", "a-gpu-inference-spot", "a-gpu-inference-headroom"],
        [typeof(ModelBucket)] = ["a-key", "a-bucket"],
        [typeof(AccessLogBucket)] = ["a-bucket"],
        [typeof(ModelVolume)] = ["a-security-group", "a-file-system", "a-volume"],
        [typeof(ModelCache)] = ["a-namespace", "a-filler", "a-volume"],
        [typeof(EbsStorageClass)] = ["a-class"],
        [typeof(ImagePuller)] = ["a-t4"],
        [typeof(PodIdentityRole)] = ["a-role"],
        [typeof(InferenceService)] = ["a-deployment"],
        [typeof(CertManager)] = ["a-namespace", "a-release"],
        [typeof(EnvoyGatewayController)] = ["a-namespace", "a-release"],
        [typeof(AiGatewayController)] = ["a-namespace", "a-crds", "a-release"],
        [typeof(ModelGateway)] = ["a-proxy", "a-certificate-models.example.com", "a-gateway"],
        [typeof(LoadBalancerController)] = ["a-role", "a-release"],
        [typeof(LoadBalancerClass)] = ["a-parameters"],
        [typeof(ExternalDns)] = ["a-namespace", "a-role", "a-release"],
        [typeof(KServeOperator)] = ["a-namespace", "a-crds", "a-release"],
        [typeof(KubeRayOperator)] = ["a-namespace", "a-release"],
        [typeof(VerticalRecommender)] = ["a-namespace", "a-release"],
        [typeof(ExternalSecretsOperator)] = ["a-namespace", "a-role", "a-release"],
        [typeof(ContainerRegistry)] = ["a-key", "a-docker-io", "a-quay-io"],
        [typeof(ImageAdmission)] = ["a-policy", "a-binding"],
        [typeof(LeaderWorkerSetOperator)] = ["a-namespace", "a-release"],
        [typeof(RayCluster)] = ["a-ray-cluster"],
        [typeof(RayTraining)] = ["a-role", "a-ray-job"],
        [typeof(BatchInference)] = ["a-dead-letters", "a-queue", "a-role", "a-scaled-job"],
        [typeof(TrainingJob)] = ["a-role", "a-cron-job"],
        [typeof(NodeLocalDnsCache)] = ["a-service-account", "a-upstream", "a-config", "a-daemon-set"],
        [typeof(PredictionStore)] = ["a-credentials", "a-user", "a-users", "a-access", "a-cache"],
        [typeof(PredictionCache)] = ["a-configuration", "a-service-account", "a-network-policy", "a-deployment"],
        [typeof(ModelRegistry)] = ["a-credentials", "a-database-key", "a-database-subnets", "a-database-access", "a-database", "a-role", "a-deployment"],
        [typeof(GrafanaDashboards)] = ["a-rules", "a-fleet", "a-model", "a-pool", "a-cost"],
        [typeof(PlatformAlerts)] = ["a-gpu-health", "a-gpu-pools", "a-gpu-use", "a-nodes", "a-node-autoscaler", "a-jobs", "a-storage", "a-backup", "a-telemetry"],
        [typeof(MonitoringStack)] = ["a-namespace", "a-node-exporter-namespace", "a-workspace", "a-prometheus-role", "a-alertmanager-role", "a-release"],
        [typeof(BackupVault)] = ["a-key", "a-vault"],
        [typeof(DataBackup)] = ["a-role", "a-plan"],
        [typeof(ClusterBackup)] = ["a-namespace", "a-role", "a-release", "a-restore-test-source", "a-restore-test-target"],
        [typeof(ChaosMesh)] = ["a-namespace", "a-release"],
        [typeof(KedaOperator)] = ["a-namespace", "a-role", "a-release"],
        [typeof(KueueOperator)] = ["a-namespace", "a-release"],
        [typeof(PoolFlavors)] = ["a-t4"],
        [typeof(TenantNamespace)] = ["a-namespace", "a-cluster-queue", "a-local-queue"],
        [typeof(TenantAccess)] = ["a-123456789012-vision"],
    };

    /// <summary>The classes of the assembly, for theories.</summary>
    public static IEnumerable<Type> Classes =>
        typeof(GpuNodePool).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ComponentResource)));
}
