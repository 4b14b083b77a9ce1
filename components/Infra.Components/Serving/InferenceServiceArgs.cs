using Infra.Components.Nodes;
using Infra.Components.Predictions;
using Infra.Components.Security.Registry;
using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Traffic;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Inputs of <see cref="InferenceService"/>.</summary>
public sealed class InferenceServiceArgs : ResourceArgs
{
    /// <summary>Model name: name of all Kubernetes objects and part of the URL. A DNS label of at most 43 characters (<see cref="Core.Serving.ModelNames.MaxLength"/>).</summary>
    [Input("model", required: true)]
    public required string Model { get; init; }

    /// <summary>
    /// Name by which callers know the model, where several InferenceServices answer for one name, as stable model and candidate do; their metrics are told apart by the pods then. Default: none;
    /// it is <see cref="Model"/>, and nobody else answers for it.
    /// </summary>
    [Input("sharedName")]
    public string? SharedName { get; init; }

    /// <summary>
    /// Namespace of all objects; must exist. Where the same program creates it, take it from the namespace's outputs, so
    /// that every object waits for it.
    /// </summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Name of the tenant whose the model is: a label of its alerts. Default: none.</summary>
    [Input("tenant")]
    public string? Tenant { get; init; }

    /// <summary>The model server: <c>tensorflow-serving</c>, <c>triton</c>, <c>vllm</c> or <c>container</c>.</summary>
    [Input("runtime", required: true)]
    public required string Runtime { get; init; }

    /// <summary>What keeps the pods running: <c>plain</c>, <c>kserve</c>, <c>llmInferenceService</c>, <c>ray</c> or <c>leaderWorkerSet</c>. Default: plain.</summary>
    [Input("backend")]
    public string Backend { get; init; } = ServingBackends.PlainName;

    /// <summary>Where the model's files come from; null where the image of the runtime <c>container</c> has them.</summary>
    [Input("source")]
    public ModelSourceArgs? Source { get; init; }

    /// <summary>Upper bound of the model's files as Kubernetes quantity; sizes the volume and the cold-start budget.</summary>
    [Input("modelSize", required: true)]
    public required string ModelSize { get; init; }

    /// <summary>Pools that the model may run on, in order of preference; at least one.</summary>
    [Input("pools", required: true)]
    public required List<PoolReferenceArgs> Pools { get; init; }

    /// <summary>Needs of one replica.</summary>
    [Input("resources", required: true)]
    public required ResourcesArgs Resources { get; init; }

    /// <summary>
    /// Every kind of GPU that the model may meet, as the catalogue names them, e.g. <c>t4</c> or <c>a100-40gb</c>: image and number format depend on it.
    /// Default: unknown.
    /// </summary>
    [Input("accelerators")]
    public List<string> Accelerators { get; init; } = [];

    /// <summary>Further environment of the server. Default: none.</summary>
    [Input("environment")]
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <summary>Name of a Secret in the namespace whose keys become environment variables of the server; must exist. Default: none.</summary>
    [Input("environmentSecret")]
    public string? EnvironmentSecret { get; init; }

    /// <summary>How a language model is served; needed by <c>vllm</c>, and for it only.</summary>
    [Input("llm")]
    public LlmArgs? Llm { get; init; }

    /// <summary>Models of Triton's repository whose configuration the component writes; the others bring theirs. For <c>triton</c> only. Default: none.</summary>
    [Input("tritonModels")]
    public List<TritonModelArgs> TritonModels { get; init; } = [];

    /// <summary>The server; needed by <c>container</c>, and for it only.</summary>
    [Input("container")]
    public ServerContainerArgs? Container { get; init; }

    /// <summary>Requests that are gathered and run together. Default: one after the other, or as the runtime does it by itself.</summary>
    [Input("batching")]
    public BatchingArgs? Batching { get; init; }

    /// <summary>A container between callers and the model, where the backend has such. Default: none.</summary>
    [Input("transformer")]
    public TransformerArgs? Transformer { get; init; }

    /// <summary>What the model has on the backend <c>ray</c> alone. Default: none.</summary>
    [Input("ray")]
    public RayArgs? Ray { get; init; }

    /// <summary>Token for a source at Hugging Face that asks for one. Default: none.</summary>
    [Input("huggingFaceToken")]
    public SecretKeyArgs? HuggingFaceToken { get; init; }

    /// <summary>Whether a pool may have to launch a node for a replica, which makes the cold-start budget longer. Default: false.</summary>
    [Input("newNodes")]
    public bool NewNodes { get; init; }

    /// <summary>
    /// How the server's image gets to a node: <c>pull</c>, <c>parallelPull</c> or <c>onNode</c>, the slowest of the pools'; the cold-start budget follows it. Default: pull.
    /// </summary>
    [Input("imageDelivery")]
    public string ImageDelivery { get; init; } = WireNames.Name(Core.Serving.ColdStart.ImageDelivery.Pull);

    /// <summary>Seconds of the longest request, 1 to 575: a pod that ends finishes those that it has in work. Default: 15.</summary>
    [Input("longestRequestSeconds")]
    public int LongestRequestSeconds { get; init; } = Termination.DefaultLongestRequestSeconds;

    /// <summary>Seconds for which a load balancer outside the cluster still sends requests to a pod that leaves (its deregistration delay). Default: 0, there is none.</summary>
    [Input("deregistrationSeconds")]
    public int DeregistrationSeconds { get; init; }

    /// <summary>Fixed number of replicas, 0 or more. Default: 1. Not used with <see cref="Autoscaling"/>.</summary>
    [Input("replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>Horizontal autoscaling; null for a fixed number of replicas.</summary>
    [Input("autoscaling")]
    public AutoscalingArgs? Autoscaling { get; init; }

    /// <summary>
    /// Whether no zone may have all replicas: one waits rather than that, until there is a node in another zone. Needs two replicas at least, one pod each, and pools in several zones whose nodes somebody
    /// launches where they are wanted. Default: false; replicas are spread as nodes allow.
    /// </summary>
    [Input("spreadOverZones")]
    public bool SpreadOverZones { get; init; }

    /// <summary>How changed pods take the place of those that serve. Default: one after the other, without spare devices; on Ray a second cluster.</summary>
    [Input("rollout")]
    public RolloutArgs? Rollout { get; init; }

    /// <summary>
    /// The Services among which the model's route shares requests from outside; an empty list where another InferenceService has the route, whose callers are let in here too. Shares need
    /// <see cref="SharedName"/>. Default: the model's own Service gets everything.
    /// </summary>
    [Input("shares")]
    public List<TrafficShareArgs>? Shares { get; init; }

    /// <summary>Alerts that compare the model with another; needs <see cref="Monitoring"/>, and a runtime that tells of errors or latency. Default: none.</summary>
    [Input("analysis")]
    public AnalysisArgs? Analysis { get; init; }

    /// <summary>
    /// Whether to be told what the pods should ask for of CPU and memory; needs a <see cref="VerticalScaling.VerticalRecommender"/>, on which the component has to depend. Nothing is changed by it. Default: false.
    /// </summary>
    [Input("verticalRecommendations")]
    public bool VerticalRecommendations { get; init; }

    /// <summary>The Prometheus that scaling asks, where it needs one. Default: none.</summary>
    [Input("prometheus")]
    public PrometheusArgs? Prometheus { get; init; }

    /// <summary>Scraping and alerts; null where the Prometheus operator isn't installed.</summary>
    [Input("monitoring")]
    public MonitoringArgs? Monitoring { get; init; }

    /// <summary>Where its traces go. Default: none. A runtime that can't trace is as it is without.</summary>
    [Input("traces")]
    public TracesArgs? Traces { get; init; }

    /// <summary>Namespaces whose pods may call the model, beside its own. Default: none.</summary>
    [Input("clientNamespaces")]
    public List<string> ClientNamespaces { get; init; } = [];

    /// <summary>How requests from outside the cluster come to the model. Default: they don't.</summary>
    [Input("expose")]
    public ExposeArgs? Expose { get; init; }

    /// <summary>A cache of its answers, to which the way in leads. Default: none.</summary>
    [Input("predictionCache")]
    public PredictionCacheArgs? PredictionCache { get; init; }

    /// <summary>
    /// Priority class of the pods, such as one of <see cref="Nodes.SchedulingPriorities"/>, which has to exist before. Default: none; the pods then have
    /// the cluster's default priority, which is 0 where nobody set another, and push out room holders.
    /// </summary>
    [Input("priorityClass")]
    public string? PriorityClass { get; init; }

    /// <summary>
    /// Secrets of the type <c>kubernetes.io/dockerconfigjson</c> in the namespace, with which nodes pull images from private registries. Default: none; nodes
    /// of EKS pull from the account's own registry (ECR) without.
    /// </summary>
    [Input("imagePullSecrets")]
    public List<string> ImagePullSecrets { get; init; } = [];

    /// <summary>How the cluster's Istio treats calls of the model. Default: the model is in no mesh.</summary>
    [Input("mesh")]
    public MeshArgs? Mesh { get; init; }

    /// <summary>The account's own registry, where pinned images come through it. Default: none; they are pulled from their publishers.</summary>
    [Input("imageCache")]
    public ImageCacheArgs? ImageCache { get; init; }
}
