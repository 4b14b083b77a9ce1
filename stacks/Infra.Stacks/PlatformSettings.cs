using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;
using Infra.Stacks.Rules;

namespace Infra.Stacks;

/// <summary>The whole configuration of an environment, bound and checked.</summary>
public sealed record PlatformSettings
{
    /// <summary>Namespace of the project's configuration keys; the name in Pulumi.yaml.</summary>
    public const string ConfigNamespace = "gpu-inference";

    private const string DefaultNamespace = "inference";

    /// <summary>AWS account and region. Default: none, where nothing runs in AWS.</summary>
    public AwsConfig? Aws { get; init; }

    /// <summary>The Kubernetes cluster: exactly one of its three keys.</summary>
    public required ClusterConfig Cluster { get; init; }

    /// <summary>A stack of its own for models: whose platform they stand on, or what this one offers. Default: one stack has both.</summary>
    public PlatformLayerConfig? Platform { get; init; }

    /// <summary>The network of a new cluster. Default: none; required with <c>cluster.eks</c>.</summary>
    public NetworkConfig? Network { get; init; }

    /// <summary>The nodes for controllers of a new cluster. Default: its keys' defaults with <c>cluster.eks</c>.</summary>
    public SystemPoolConfig? SystemPool { get; init; }

    /// <summary>Limit of the environment's costs. Default: none.</summary>
    public BudgetConfig? Budget { get; init; }

    /// <summary>
    /// Resources that exist already and that the stack takes over: ids by the name that the resource has in the preview. Default: none. An import
    /// happens once; the line may be removed after it. The configuration has to describe the resource as it is, or the update that imports it fails.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Adopt { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// Namespace of the models, which the stack creates: 1 to 63 lower-case letters, digits and '-', with a letter or digit at both
    /// ends; neither <c>default</c> nor another that belongs to the cluster. Default: inference.
    /// </summary>
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>
    /// Whether people count on it: what would only be careless elsewhere is refused then. Each tenant has a quota, and where there are tenants everything belongs to one. Default: false.
    /// </summary>
    public bool Production { get; init; }

    /// <summary>Since when nobody needs it any more, for an environment that is a copy of another. Default: it is to stay.</summary>
    public TemporaryConfig? Temporary { get; init; }

    /// <summary>Teams that share the cluster. Default: none, and everything stands in the one namespace.</summary>
    public ImmutableArray<TenantConfig> Tenants { get; init; } = [];

    /// <summary>Pools of nodes that models run on.</summary>
    public ImmutableArray<PoolConfig> Pools { get; init; } = [];

    /// <summary>Pools of nodes outside AWS that join the EKS cluster.</summary>
    public ImmutableArray<EdgePoolConfig> EdgePools { get; init; } = [];

    /// <summary>Where models are kept.</summary>
    public StorageConfig Storage { get; init; } = new();

    /// <summary>Models that the environment serves.</summary>
    public ImmutableArray<ModelConfig> Models { get; init; } = [];

    /// <summary>Options of what keeps models running.</summary>
    public BackendsConfig Backends { get; init; } = new();

    /// <summary>How nodes pull images from private registries. Default: as the nodes do it by themselves.</summary>
    public ImagePullConfig? ImagePull { get; init; }

    /// <summary>Options of what brings requests from outside the cluster to models.</summary>
    public TrafficConfig Traffic { get; init; } = new();

    /// <summary>Batches of work on models.</summary>
    public ImmutableArray<BatchConfig> Jobs { get; init; } = [];

    /// <summary>Trainings, and conversions of models.</summary>
    public ImmutableArray<TrainingConfig> Trainings { get; init; } = [];

    /// <summary>Clusters of Ray for other work than models and trainings.</summary>
    public ImmutableArray<RayClusterConfig> RayClusters { get; init; } = [];

    /// <summary>The model registry. Default: none.</summary>
    public RegistryConfig? Registry { get; init; }

    /// <summary>What is kept, and tried. Default: nothing.</summary>
    public BackupConfig? Backup { get; init; }

    /// <summary>Experiments that break models on purpose. Default: none.</summary>
    public ChaosConfig? Chaos { get; init; }

    /// <summary>Monitoring that the cluster already has.</summary>
    public MonitoringConfig Monitoring { get; init; } = new();

    /// <summary>Where the predictions of models with a <c>predictionCache</c> are kept. Default: none.</summary>
    public PredictionStoreConfig? PredictionStore { get; init; }

    /// <summary>The service mesh that the cluster has.</summary>
    public MeshConfig Mesh { get; init; } = new();

    /// <summary>How pods find names.</summary>
    public DnsConfig Dns { get; init; } = new();

    /// <summary>Who tells Kubernetes about GPUs, and watches them.</summary>
    public AcceleratorsConfig Accelerators { get; init; } = new();

    /// <summary>Who launches nodes.</summary>
    public NodeAutoscalingConfig NodeAutoscaling { get; init; } = new();

    /// <summary>What the cluster refuses, and where its secrets come from.</summary>
    public SecurityConfig Security { get; init; } = new();

    /// <summary>Repositories of images in the account's own registry (ECR). Default: none.</summary>
    public ContainerRegistryConfig? ContainerRegistry { get; init; }

    /// <summary>Requests that reports simulate. Default: none, and nothing is simulated.</summary>
    public SimulationConfig? Capacity { get; init; }

    /// <summary>Names of the secrets that are set or kept outside, and of those that may be: Pulumi says it only of those that it is asked for.</summary>
    internal ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>The models as the cluster gets them: with the candidates of rollouts, each before its stable model.</summary>
    internal ImmutableArray<ModelVariant> Variants => ModelVariant.Of(Models);

    /// <summary>The same without what belongs to the rollout.</summary>
    internal IReadOnlyList<ModelConfig> Served => [.. Variants.Select(variant => variant.Model)];

    /// <summary>Namespaces in which models and jobs stand: the environment's own, then the tenants'.</summary>
    internal ImmutableArray<string> Namespaces => [Namespace, .. Tenants.Select(tenant => tenant.NamespaceName)];

    /// <summary>Whether somebody grows the pools from their minimum to their maximum.</summary>
    internal bool HasNodeAutoscaler =>
        NodeAutoscaling.Kind != NodeAutoscalerKind.None || Cluster is not ({ Existing.NodeAutoscaler: false } or { Eks: not null });

    /// <summary>Kubernetes version of the cluster; null where nobody said it.</summary>
    internal string? KubernetesVersion => NodeAutoscaling.KubernetesVersion ?? Cluster.Eks?.Version;

    /// <summary>Namespace of what belongs to a tenant, or to none.</summary>
    internal string NamespaceOf(string? tenant) => tenant is null ? Namespace : Tenants.FirstOrDefault(one => one.Name == tenant)?.NamespaceName ?? Namespace;

    /// <summary>Reads, binds and checks everything; what is wrong goes to <paramref name="problems"/>, all in one pass.</summary>
    /// <returns>The settings; null where there are problems.</returns>
    public static PlatformSettings? Read(IConfigSource source, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var found = new ConfigProblems();
        var reader = new SettingsReader(source, found);
        var settings = new PlatformSettings
        {
            Aws = reader.Optional<AwsConfig>("aws"),
            Cluster = reader.Required("cluster", new ClusterConfig(), "say which cluster: cluster: {eks: …}, cluster: {existing: …} or cluster: {kubeconfig: {context: …}}"),
            Platform = reader.Optional<PlatformLayerConfig>("platform"),
            Network = reader.Optional<NetworkConfig>("network"),
            SystemPool = reader.Optional<SystemPoolConfig>("systemPool"),
            Budget = reader.Optional<BudgetConfig>("budget"),
            Adopt = reader.Map("adopt"),
            Namespace = reader.Text("namespace") ?? DefaultNamespace,
            Production = reader.Flag("production"),
            Temporary = reader.Optional<TemporaryConfig>("temporary"),
            Tenants = reader.List<TenantConfig>("tenants"),
            Pools = reader.List<PoolConfig>("pools"),
            EdgePools = reader.List<EdgePoolConfig>("edgePools"),
            Storage = reader.Optional<StorageConfig>("storage") ?? new StorageConfig(),
            Models = reader.List<ModelConfig>("models"),
            Backends = reader.Optional<BackendsConfig>("backends") ?? new BackendsConfig(),
            ImagePull = reader.Optional<ImagePullConfig>("imagePull"),
            Traffic = reader.Optional<TrafficConfig>("traffic") ?? new TrafficConfig(),
            Jobs = reader.List<BatchConfig>("jobs"),
            Trainings = reader.List<TrainingConfig>("trainings"),
            RayClusters = reader.List<RayClusterConfig>("rayClusters"),
            Registry = reader.Optional<RegistryConfig>("registry"),
            Backup = reader.Optional<BackupConfig>("backup"),
            Chaos = reader.Optional<ChaosConfig>("chaos"),
            Monitoring = reader.Optional<MonitoringConfig>("monitoring") ?? new MonitoringConfig(),
            PredictionStore = reader.Optional<PredictionStoreConfig>("predictionStore"),
            Mesh = reader.Optional<MeshConfig>("mesh") ?? new MeshConfig(),
            Dns = reader.Optional<DnsConfig>("dns") ?? new DnsConfig(),
            Accelerators = reader.Optional<AcceleratorsConfig>("accelerators") ?? new AcceleratorsConfig(),
            NodeAutoscaling = reader.Optional<NodeAutoscalingConfig>("nodeAutoscaling") ?? new NodeAutoscalingConfig(),
            Security = reader.Optional<SecurityConfig>("security") ?? new SecurityConfig(),
            ContainerRegistry = reader.Optional<ContainerRegistryConfig>("containerRegistry"),
            Capacity = reader.Optional<SimulationConfig>("capacity"),
        };
        settings = settings with { Secrets = [.. SecretKey.All.Where(secret => reader.HasSecret(secret.Name) || settings.Security.ExternalSecrets?.Of(secret) is not null).Select(secret => secret.Name)] };
        reader.RefuseUnknownKeys();
        PlatformRules.Check(settings, found);
        problems.AddAll(reader.Sorted(found));
        return found.IsEmpty ? settings : null;
    }
}
