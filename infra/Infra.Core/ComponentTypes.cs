namespace Infra.Core;

/// <summary>
/// The type token of every component, which is part of each child's URN. Changing one replaces all resources below it
/// unless an alias says otherwise.
/// </summary>
public static class ComponentTypes
{
    /// <summary>Pulumi package of the components.</summary>
    public const string Package = "gpu-inference";

    /// <summary>Token of the VPC.</summary>
    public const string ClusterNetwork = Package + ":index:ClusterNetwork";

    /// <summary>Token of the EKS cluster.</summary>
    public const string EksCluster = Package + ":index:EksCluster";

    /// <summary>Token of an add-on that EKS manages.</summary>
    public const string EksAddOn = Package + ":index:EksAddOn";

    /// <summary>Token of the dashboards of an environment.</summary>
    public const string GrafanaDashboards = Package + ":index:GrafanaDashboards";

    /// <summary>Token of Prometheus with what belongs to it.</summary>
    public const string MonitoringStack = Package + ":index:MonitoringStack";

    /// <summary>Token of the pool of nodes for controllers and add-ons.</summary>
    public const string SystemNodePool = Package + ":index:SystemNodePool";

    /// <summary>Token of the environment's budget.</summary>
    public const string EnvironmentBudget = Package + ":index:EnvironmentBudget";

    /// <summary>Token of the GPU node pool.</summary>
    public const string GpuNodePool = Package + ":index:GpuNodePool";

    /// <summary>Token of a pool of nodes outside AWS.</summary>
    public const string EdgePool = Package + ":index:EdgePool";

    /// <summary>Token of the AMD device plugin.</summary>
    public const string AmdDevicePlugin = Package + ":index:AmdDevicePlugin";

    /// <summary>Token of the Gaudi device plugin.</summary>
    public const string GaudiDevicePlugin = Package + ":index:GaudiDevicePlugin";

    /// <summary>Token of the NVIDIA device plugin.</summary>
    public const string NvidiaDevicePlugin = Package + ":index:NvidiaDevicePlugin";

    /// <summary>Token of the DCGM exporter.</summary>
    public const string DcgmExporter = Package + ":index:DcgmExporter";

    /// <summary>Token of the GPU operator.</summary>
    public const string GpuOperator = Package + ":index:GpuOperator";

    /// <summary>Token of the Neuron device plugin.</summary>
    public const string NeuronDevicePlugin = Package + ":index:NeuronDevicePlugin";

    /// <summary>Token of the EFA device plugin.</summary>
    public const string EfaDevicePlugin = Package + ":index:EfaDevicePlugin";

    /// <summary>Token of the cache of names on every node.</summary>
    public const string NodeLocalDnsCache = Package + ":index:NodeLocalDnsCache";

    /// <summary>Token of the cache of a model's predictions.</summary>
    public const string PredictionCache = Package + ":index:PredictionCache";

    /// <summary>Token of what keeps predictions.</summary>
    public const string PredictionStore = Package + ":index:PredictionStore";

    /// <summary>Token of Cluster Autoscaler.</summary>
    public const string ClusterAutoscaler = Package + ":index:ClusterAutoscaler";

    /// <summary>Token of Karpenter.</summary>
    public const string Karpenter = Package + ":index:Karpenter";

    /// <summary>Token of a pool of nodes that Karpenter launches.</summary>
    public const string KarpenterNodePool = Package + ":index:KarpenterNodePool";

    /// <summary>Token of a pool of nodes that EKS Auto Mode launches.</summary>
    public const string EksAutoModeNodes = Package + ":index:EksAutoModeNodes";

    /// <summary>Token of spare room on pools.</summary>
    public const string Headroom = Package + ":index:Headroom";

    /// <summary>Token of the priority classes.</summary>
    public const string SchedulingPriorities = Package + ":index:SchedulingPriorities";

    /// <summary>Token of the model bucket.</summary>
    public const string ModelBucket = Package + ":index:ModelBucket";

    /// <summary>Token of a bucket for records of requests to other buckets.</summary>
    public const string AccessLogBucket = Package + ":index:AccessLogBucket";

    /// <summary>Token of a volume for models.</summary>
    public const string ModelVolume = Package + ":index:ModelVolume";

    /// <summary>Token of a storage class for disks of EBS.</summary>
    public const string EbsStorageClass = Package + ":index:EbsStorageClass";

    /// <summary>Token of an image puller.</summary>
    public const string ImagePuller = Package + ":index:ImagePuller";

    /// <summary>Token of models kept on the disks of nodes.</summary>
    public const string ModelCache = Package + ":index:ModelCache";

    /// <summary>Token of an IAM role that pods take on through EKS Pod Identity.</summary>
    public const string PodIdentityRole = Package + ":index:PodIdentityRole";

    /// <summary>Token of one served model.</summary>
    public const string InferenceService = Package + ":index:InferenceService";

    /// <summary>Token of cert-manager.</summary>
    public const string CertManager = Package + ":index:CertManager";

    /// <summary>Token of Envoy Gateway's controller.</summary>
    public const string EnvoyGatewayController = Package + ":index:EnvoyGatewayController";

    /// <summary>Token of Envoy AI Gateway's controller.</summary>
    public const string AiGatewayController = Package + ":index:AiGatewayController";

    /// <summary>Token of a gateway for models.</summary>
    public const string ModelGateway = Package + ":index:ModelGateway";

    /// <summary>Token of AWS Load Balancer Controller.</summary>
    public const string LoadBalancerController = Package + ":index:LoadBalancerController";

    /// <summary>Token of a load balancer that models share.</summary>
    public const string LoadBalancerClass = Package + ":index:LoadBalancerClass";

    /// <summary>Token of ExternalDNS.</summary>
    public const string ExternalDns = Package + ":index:ExternalDns";

    /// <summary>Token of KServe's controller.</summary>
    public const string KServeOperator = Package + ":index:KServeOperator";

    /// <summary>Token of KubeRay's operator.</summary>
    public const string KubeRayOperator = Package + ":index:KubeRayOperator";

    /// <summary>Token of a cluster of Ray.</summary>
    public const string RayCluster = Package + ":index:RayCluster";

    /// <summary>Token of a training on a cluster of Ray.</summary>
    public const string RayTraining = Package + ":index:RayTraining";

    /// <summary>Token of LeaderWorkerSet's controller.</summary>
    public const string LeaderWorkerSetOperator = Package + ":index:LeaderWorkerSetOperator";

    /// <summary>Token of a batch of work on a model.</summary>
    public const string BatchInference = Package + ":index:BatchInference";

    /// <summary>Token of a training.</summary>
    public const string TrainingJob = Package + ":index:TrainingJob";

    /// <summary>Token of the model registry.</summary>
    public const string ModelRegistry = Package + ":index:ModelRegistry";

    /// <summary>Token of who recommends CPU and memory.</summary>
    public const string VerticalRecommender = Package + ":index:VerticalRecommender";

    /// <summary>Token of a vault of AWS Backup.</summary>
    public const string BackupVault = Package + ":index:BackupVault";

    /// <summary>Token of AWS Backup of file systems and databases.</summary>
    public const string DataBackup = Package + ":index:DataBackup";

    /// <summary>Token of Velero.</summary>
    public const string ClusterBackup = Package + ":index:ClusterBackup";

    /// <summary>Token of Chaos Mesh.</summary>
    public const string ChaosMesh = Package + ":index:ChaosMesh";

    /// <summary>Token of KEDA.</summary>
    public const string KedaOperator = Package + ":index:KedaOperator";

    /// <summary>Token of what a tenant has of a cluster.</summary>
    public const string TenantNamespace = Package + ":index:TenantNamespace";

    /// <summary>Token of who may get into a cluster for its tenants.</summary>
    public const string TenantAccess = Package + ":index:TenantAccess";

    /// <summary>Token of the policy on images.</summary>
    public const string ImageAdmission = Package + ":index:ImageAdmission";

    /// <summary>Token of what makes Secrets of entries in a store outside the cluster.</summary>
    public const string ExternalSecretsOperator = Package + ":index:ExternalSecretsOperator";

    /// <summary>Token of the registry of images.</summary>
    public const string ContainerRegistry = Package + ":index:ContainerRegistry";

    /// <summary>Token of Kueue's controller.</summary>
    public const string KueueOperator = Package + ":index:KueueOperator";

    /// <summary>Token of the pools as queues of jobs know them.</summary>
    public const string PoolFlavors = Package + ":index:PoolFlavors";

    /// <summary>Token of the alerts on what models stand on.</summary>
    public const string PlatformAlerts = Package + ":index:PlatformAlerts";

    /// <summary>Token of who keeps logs.</summary>
    public const string Loki = Package + ":index:Loki";

    /// <summary>Token of who collects logs from nodes.</summary>
    public const string FluentBit = Package + ":index:FluentBit";

    /// <summary>Token of who takes traces from models and hands them on.</summary>
    public const string TraceCollector = Package + ":index:TraceCollector";
}
