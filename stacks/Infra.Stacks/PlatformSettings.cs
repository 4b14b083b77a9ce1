using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
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

    /// <summary>The Kubernetes cluster: exactly one of its two keys.</summary>
    public required ClusterConfig Cluster { get; init; }

    /// <summary>
    /// Namespace of the models, which the stack creates: 1 to 63 lower-case letters, digits and '-', with a letter or digit at both
    /// ends; neither <c>default</c> nor another that belongs to the cluster. Default: inference.
    /// </summary>
    public string Namespace { get; init; } = DefaultNamespace;

    /// <summary>Pools of nodes that models run on.</summary>
    public ImmutableArray<PoolConfig> Pools { get; init; } = [];

    /// <summary>Where models are kept.</summary>
    public StorageConfig Storage { get; init; } = new();

    /// <summary>Models that the environment serves.</summary>
    public ImmutableArray<ModelConfig> Models { get; init; } = [];

    /// <summary>Monitoring that the cluster already has.</summary>
    public MonitoringConfig Monitoring { get; init; } = new();

    /// <summary>Who tells Kubernetes about GPUs, and watches them.</summary>
    public AcceleratorsConfig Accelerators { get; init; } = new();

    /// <summary>Who launches nodes.</summary>
    public NodeAutoscalingConfig NodeAutoscaling { get; init; } = new();

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
            Cluster = reader.Required("cluster", new ClusterConfig(), "say which cluster: cluster: {existing: …} or cluster: {kubeconfig: {context: …}}"),
            Namespace = reader.Text("namespace") ?? DefaultNamespace,
            Pools = reader.List<PoolConfig>("pools"),
            Storage = reader.Optional<StorageConfig>("storage") ?? new StorageConfig(),
            Models = reader.List<ModelConfig>("models"),
            Monitoring = reader.Optional<MonitoringConfig>("monitoring") ?? new MonitoringConfig(),
            Accelerators = reader.Optional<AcceleratorsConfig>("accelerators") ?? new AcceleratorsConfig(),
            NodeAutoscaling = reader.Optional<NodeAutoscalingConfig>("nodeAutoscaling") ?? new NodeAutoscalingConfig(),
        };
        reader.RefuseUnknownKeys();
        PlatformRules.Check(settings, found);
        reader.Sort(found, problems);
        return found.IsEmpty ? settings : null;
    }
}
