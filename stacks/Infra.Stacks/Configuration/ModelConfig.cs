using System.Collections.Immutable;
using Infra.Components.Serving;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Objectives;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>A model that the environment serves.</summary>
public sealed record ModelConfig : IConfigRules
{
    /// <summary>Name of the model and of its Kubernetes objects; unique.</summary>
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "a lower-case name of letters, digits and '-'")]
    [MaxLength(ModelNames.MaxLength)]
    public required string Name { get; init; }

    /// <summary>Name of the tenant whose it is. Default: none, and it stands in the environment's own namespace.</summary>
    public string? Tenant { get; init; }

    /// <summary>The model server.</summary>
    public required ServingRuntime Runtime { get; init; }

    /// <summary>What keeps the model's pods running. Default: plain.</summary>
    public ServingBackend Backend { get; init; }

    /// <summary>
    /// Where the model's files come from: <c>s3://BUCKET/PATH</c>, <c>https://HOST/PATH.tar.gz</c> or <c>hf://ORGANISATION/NAME@REVISION</c>; not every runtime takes every kind. Default:
    /// none; only a container of your own may have the model in its image.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The token for a source at Hugging Face that asks for one. Default: none.</summary>
    [SecretByMistake]
    public HuggingFaceTokenConfig? HuggingFaceToken { get; init; }

    /// <summary>Upper bound of the model's files. Default: 2Gi.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "16Ti")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(2);

    /// <summary>Pools that the model may run on, in order of preference; at least one.</summary>
    [NonEmpty]
    public required ImmutableArray<string> Pools { get; init; }

    /// <summary>GPUs of one pod. Default: llm.tensorParallel, else 1 on pools with GPUs, else 0.</summary>
    [InRange(Min = 0, Max = 16)]
    public int? Gpus { get; init; }

    /// <summary>CPU and memory of one replica.</summary>
    public ModelResourcesConfig Resources { get; init; } = new();

    /// <summary>Further environment of the server. Default: none. No secrets: everybody who sees the plan sees it.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Name of a Secret in the model's namespace whose keys become environment variables of the server: one of <c>security.externalSecrets.secrets</c>, or somebody else's. Default: none.</summary>
    [SecretByMistake]
    [Matches(ExternalSecretConfig.NamePattern, ExternalSecretConfig.NameWords)]
    public string? EnvironmentSecret { get; init; }

    /// <summary>How a language model is served; for the runtime <c>vllm</c>, which needs it. Default: none.</summary>
    public LlmConfig? Llm { get; init; }

    /// <summary>The repository of the runtime <c>triton</c>. Default: every model brings its configuration.</summary>
    public TritonConfig? Triton { get; init; }

    /// <summary>The server of the runtime <c>container</c>, which needs it. Default: none.</summary>
    public ContainerConfig? Container { get; init; }

    /// <summary>What the container runs on the backend <c>ray</c>, which needs it. Default: none.</summary>
    public RayApplicationConfig? Ray { get; init; }

    /// <summary>Requests that are gathered and run together. Default: one after the other, or as the runtime does it by itself.</summary>
    public BatchingConfig? Batching { get; init; }

    /// <summary>A container between callers and the model, where the backend has such. Default: none.</summary>
    public TransformerConfig? Transformer { get; init; }

    /// <summary>Fixed number of replicas; with 0 nothing runs until somebody scales the model. Default: 1. Excludes autoscaling.</summary>
    [InRange(Min = 0, Max = 1000)]
    public int? Replicas { get; init; }

    /// <summary>Horizontal autoscaling. Default: none.</summary>
    public AutoscalingConfig? Autoscaling { get; init; }

    /// <summary>How a changed model takes the place of the one that serves. Default: pod by pod, without spare GPUs.</summary>
    public RolloutConfig Rollout { get; init; } = new();

    /// <summary>
    /// Whether to be told what the pods should ask for of CPU and memory (<c>kubectl describe vpa</c>); installs the recommender of Kubernetes' vertical pod autoscaler, which needs the metrics server. Nothing is changed by
    /// it. Default: false.
    /// </summary>
    public bool VerticalRecommendations { get; init; }

    /// <summary>
    /// Whether a replica waits rather than that all stand in one zone. Default: required, where the model has two replicas or more and somebody can launch a node in each zone: Karpenter, EKS Auto Mode,
    /// or Cluster Autoscaler on a pool with perZone; preferred elsewhere.
    /// </summary>
    public ZoneSpread? ZoneSpread { get; init; }

    /// <summary>Which models make place for it where nodes are full. Default: standard.</summary>
    public ModelPriority Priority { get; init; } = ModelPriority.Standard;

    /// <summary>What the model's users may expect; alerts are derived from it.</summary>
    public ObjectivesConfig Objectives { get; init; } = new();

    /// <summary>How requests from outside the cluster come to the model. Default: they don't.</summary>
    public ExposeConfig? Expose { get; init; }

    /// <summary>How the cluster's service mesh treats calls of the model. Default: the model is in no mesh.</summary>
    public ModelMeshConfig? Mesh { get; init; }

    /// <summary>Answers that are kept for who asks the same again. Default: every request is worked on.</summary>
    public PredictionCacheConfig? PredictionCache { get; init; }

    /// <summary>Namespaces whose pods may call the model, beside its own.</summary>
    public ImmutableArray<string> ClientNamespaces { get; init; } = [];

    /// <summary>The source; null for none and for what is none.</summary>
    internal ModelSource? ParsedSource => Source is null ? null : ModelSource.TryParse(Source);

    /// <summary>Name by which callers know it, where stable model and candidate answer for one name; null for a model that is alone.</summary>
    internal string? SharedName { get; init; }

    /// <summary>Fewest replicas at any time.</summary>
    internal int LeastReplicas => Autoscaling?.ToSpec().Least ?? Replicas ?? 1;

    /// <summary>Most replicas at any time.</summary>
    internal int MostReplicas => Autoscaling?.Max ?? Replicas ?? 1;

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Source is not null && ParsedSource is null)
        {
            problems.Add(ConfigPath.Key(path, "source"), $"{Shown.Quoted(Source)} is no model source; {ModelSource.AllowedFor(Source)}");
        }

        if (HuggingFaceToken is not null && ParsedSource is not (null or ModelSource.HuggingFace))
        {
            problems.Add(ConfigPath.Key(path, "huggingFaceToken"), "the source isn't at Hugging Face; remove it or change source");
        }

        if (Replicas is not null && Autoscaling is not null)
        {
            problems.Add(ConfigPath.Key(path, "replicas"), "set together with autoscaling, which owns the number of replicas; remove one of them");
        }
    }
}

/// <summary>CPU and memory of one replica.</summary>
public sealed record ModelResourcesConfig
{
    /// <summary>CPU request. Default: 2.</summary>
    [InRange<CpuQuantity>(Min = "10m", Max = "1000")]
    public CpuQuantity Cpu { get; init; } = new(2000);

    /// <summary>Memory request and limit. Default: 4Gi.</summary>
    [InRange<ByteSize>(Min = "64Mi", Max = "32Ti")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(4);
}

/// <summary>Service-level objectives of a model, over 30 days. What its runtime tells nothing of has no alert; <c>./run explain</c> says what that is.</summary>
public sealed record ObjectivesConfig
{
    /// <summary>Most seconds that 95 % of the requests may take. Default: 0.5.</summary>
    [InRange(Min = 0.001, Max = 3600)]
    public double LatencyP95Seconds { get; init; } = MonitoringArgs.DefaultLatencyP95Seconds;

    /// <summary>Most seconds that 99 % of the requests may take. Default: none promised.</summary>
    [InRange(Min = 0.001, Max = 3600)]
    public double? LatencyP99Seconds { get; init; }

    /// <summary>
    /// Most seconds that a single request may take; a pod that ends finishes those that it has in work, and holds its GPU for so long. Default: ten times
    /// latencyP95Seconds, at least 15 and at most 575.
    /// </summary>
    [InRange(Min = 1, Max = Termination.LongestAllowedSeconds)]
    public int? LongestRequestSeconds { get; init; }

    /// <summary>Largest share of failed requests, 0 to 1. Default: 0.01.</summary>
    [InRange(Min = 0, Max = 1)]
    public double ErrorRatio { get; init; } = MonitoringArgs.DefaultErrorRatio;

    /// <summary>Least share of the replicas that the model always has (<c>replicas</c>, or <c>autoscaling.min</c>) that are ready, 0 to 1; a model that may sleep promises none. Default: 0.995.</summary>
    [InRange(Min = 0, Max = 0.9999)]
    public double Availability { get; init; } = MonitoringArgs.DefaultAvailability;

    /// <summary>Most seconds until 95 % of the requests have their first token; language models on vLLM, but not on Ray. Default: none promised.</summary>
    [InRange(Min = 0.001, Max = 3600)]
    public double? FirstTokenP95Seconds { get; init; }

    /// <summary>Most seconds between two tokens, for 95 % of them; language models on vLLM, but not on Ray. Default: none promised.</summary>
    [InRange(Min = 0.001, Max = 3600)]
    public double? InterTokenP95Seconds { get; init; }

    /// <summary>Most seconds that 95 % of the requests wait before they are computed; language models on vLLM, but not on Ray. Default: none promised.</summary>
    [InRange(Min = 0.001, Max = 3600)]
    public double? QueueP95Seconds { get; init; }

    /// <summary>The promises.</summary>
    internal ServiceObjectives ToObjectives() => new()
    {
        LatencyP95Seconds = LatencyP95Seconds,
        LatencyP99Seconds = LatencyP99Seconds,
        ErrorRatio = ErrorRatio,
        Availability = Availability,
        FirstTokenP95Seconds = FirstTokenP95Seconds,
        InterTokenP95Seconds = InterTokenP95Seconds,
        QueueP95Seconds = QueueP95Seconds,
    };

    /// <summary>Seconds of the longest request.</summary>
    internal int LongestRequest => LongestRequestSeconds
        ?? (int)Math.Clamp(Math.Ceiling(10 * LatencyP95Seconds), Termination.DefaultLongestRequestSeconds, Termination.LongestAllowedSeconds);
}
