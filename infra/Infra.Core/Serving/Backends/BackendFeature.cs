using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Rollouts;

namespace Infra.Core.Serving.Backends;

/// <summary>Something that a model asks of its backend and that not every backend has.</summary>
/// <param name="Key">Key of the model that asks for it, below the model's own path.</param>
/// <param name="Words">What it is, to follow "can't have".</param>
public sealed record BackendFeature(string Key, string Words)
{
    /// <summary>A container that changes requests on their way to the model and answers on their way back.</summary>
    public static BackendFeature Transformer { get; } = new("transformer", "a transformer");

    /// <summary>Requests gathered in front of a server that doesn't do so itself.</summary>
    public static BackendFeature Batcher { get; } = new("batching", "a batcher in front of a runtime that has none of its own");

    /// <summary>Replicas of several pods on several nodes.</summary>
    public static BackendFeature SeveralNodes { get; } = new("llm.pipelineParallel", "replicas that span nodes");

    /// <summary>A model that sleeps until something wakes it.</summary>
    public static BackendFeature ScaleToZero { get; } = new("autoscaling.min", "a model that sleeps");

    /// <summary>Replicas that follow the clock.</summary>
    public static BackendFeature OfficeHours { get; } = new("autoscaling.officeHours", "office hours");

    /// <summary>What its pods should ask for: the recommender finds them by the subresource "scale" of what makes them, or knows the kind.</summary>
    public static BackendFeature Recommendations { get; } = new("verticalRecommendations", "recommendations of CPU and memory");

    /// <summary>A model that nothing serves until somebody scales it.</summary>
    public static BackendFeature NoReplica { get; } = new("replicas", "0 replicas");

    /// <summary>A Ray Serve application in a container of one's own.</summary>
    public static BackendFeature RayApplication { get; } = new("ray", "a Ray Serve application");

    /// <summary>A container that serves by itself.</summary>
    public static BackendFeature OwnServer { get; } = new("container", "a container that isn't a Ray Serve application");

    /// <summary>Adapters beside the model.</summary>
    public static BackendFeature LoraAdapters { get; } = new("llm.loraAdapters", "LoRA adapters");

    /// <summary>Weights that are streamed.</summary>
    public static BackendFeature Streamer { get; } = new("llm.loader", "weights that are streamed");

    /// <summary>GPUs for which newer images have no code.</summary>
    public static BackendFeature Volta { get; } = new("pools", "GPUs of the generation Volta");

    /// <summary>Proxies of a service mesh beside the pods.</summary>
    public static BackendFeature Mesh { get; } = new("mesh", "a proxy of a service mesh beside its pods");

    /// <summary>Replicas that an endpoint picker chooses among: it finds them by labels that no operator may change.</summary>
    public static BackendFeature InferencePool { get; } = new("expose.inferencePool", "an InferencePool, because its operator decides on the labels of its pods");

    /// <summary>Pods that are replaced so many at a time.</summary>
    public static BackendFeature Surge { get; } = new("rollout.maxSurge", "a number of pods that an update adds");

    /// <summary>Pods that are replaced so many at a time.</summary>
    public static BackendFeature Unavailable { get; } = new("rollout.maxUnavailable", "a number of pods that an update takes away");

    /// <summary>Pods that stay as they are until somebody deletes them.</summary>
    public static BackendFeature OnDelete { get; } = new("rollout.strategy", "the strategy onDelete");

    /// <summary>A model server.</summary>
    /// <param name="runtime">Which.</param>
    public static BackendFeature Runtime(ServingRuntime runtime) => new("runtime", $"the runtime {Runtimes.Name(runtime)}");

    /// <summary>Everything that a rollout asks for.</summary>
    /// <param name="strategy">Its strategy.</param>
    /// <param name="maxSurge">Pods that an update may add.</param>
    /// <param name="maxUnavailable">Pods that it may take away.</param>
    public static IEnumerable<BackendFeature> OfRollout(RolloutStrategy strategy, int maxSurge, int maxUnavailable)
    {
        if (strategy == RolloutStrategy.OnDelete)
        {
            yield return OnDelete;
        }

        if (maxSurge > 0)
        {
            yield return Surge;
        }

        if (maxUnavailable > 1)
        {
            yield return Unavailable;
        }
    }

    /// <summary>Replicas that follow a queue.</summary>
    public static BackendFeature QueueScaling { get; } = new("autoscaling.activation", "autoscaling on a queue");

    /// <summary>Replicas that follow a metric.</summary>
    /// <param name="metric">Which.</param>
    public static BackendFeature Scaling(ScalingMetric metric) => new($"autoscaling.{ScalingMetrics.Key(metric)}", $"autoscaling on {ScalingMetrics.Words(metric)}");

    /// <summary>Everything that a model asks for.</summary>
    /// <param name="runtime">Its runtime.</param>
    /// <param name="request">What it asks of the runtime.</param>
    /// <param name="hasTransformer">Whether it has a transformer.</param>
    /// <param name="autoscaling">How many replicas it has, and by what; null for a fixed number.</param>
    /// <param name="hasNoReplica">Whether it has no replica at first.</param>
    /// <param name="hasRecommendations">Whether somebody says what its pods should ask for.</param>
    /// <param name="hasMesh">Whether its pods have a proxy of a service mesh.</param>
    /// <param name="hasInferencePool">Whether an endpoint picker chooses its replicas.</param>
    public static IEnumerable<BackendFeature> Of(
        ServingRuntime runtime,
        RuntimeRequest request,
        bool hasTransformer,
        AutoscalingSpec? autoscaling = null,
        bool hasNoReplica = false,
        bool hasRecommendations = false,
        bool hasMesh = false,
        bool hasInferencePool = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        yield return Runtime(runtime);
        if (hasTransformer)
        {
            yield return Transformer;
        }

        // The others do it themselves, or are refused it.
        if (request.Batching is not null && Runtimes.HasNoBatching(runtime))
        {
            yield return Batcher;
        }

        if (request.Llm is { PipelineParallel: > 1 })
        {
            yield return SeveralNodes;
        }

        foreach (var metric in autoscaling?.Metrics ?? [])
        {
            yield return Scaling(metric);
        }

        if (autoscaling is { Activation: ActivationSignal.Messages })
        {
            yield return QueueScaling;
        }

        if (autoscaling is { Min: 0 })
        {
            yield return ScaleToZero;
        }

        if (autoscaling is { OfficeHours: not null })
        {
            yield return OfficeHours;
        }

        if (hasNoReplica)
        {
            yield return NoReplica;
        }

        if (hasRecommendations)
        {
            yield return Recommendations;
        }

        if (hasMesh)
        {
            yield return Mesh;
        }

        if (hasInferencePool)
        {
            yield return InferencePool;
        }

        foreach (var feature in OfServer(runtime, request))
        {
            yield return feature;
        }
    }

    private static IEnumerable<BackendFeature> OfServer(ServingRuntime runtime, RuntimeRequest request)
    {
        if (request.Ray is not null)
        {
            yield return RayApplication;
        }
        else if (runtime == ServingRuntime.Container)
        {
            yield return OwnServer;
        }

        if (request.Llm is { LoraAdapters.IsEmpty: false })
        {
            yield return LoraAdapters;
        }

        if (request.Llm is { Loader: TensorLoader.Streamer })
        {
            yield return Streamer;
        }

        if (runtime == ServingRuntime.Vllm && request.LeastComputeCapability < Vllm.Turing)
        {
            yield return Volta;
        }
    }
}
