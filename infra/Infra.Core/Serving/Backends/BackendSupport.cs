using Infra.Core.Configuration;
using Infra.Core.Serving.Autoscaling;

namespace Infra.Core.Serving.Backends;

/// <summary>Which backend can do what: the one table that the checks of configuration and component ask.</summary>
public static class BackendSupport
{
    /// <summary>Whether a backend has a feature.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="feature">What a model asks for.</param>
    public static bool Has(ServingBackend backend, BackendFeature feature) => Features(backend).Contains(feature);

    /// <summary>Adds a problem for each feature that the backend lacks.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="backend">The model's backend.</param>
    /// <param name="features">What the model asks for.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ServingBackend backend, IEnumerable<BackendFeature> features, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(problems);
        foreach (var feature in features.Where(feature => !Has(backend, feature) && !problems.Cover($"{path}.{feature.Key}")))
        {
            var able = ServingBackends.All.Where(other => Has(other, feature)).Select(ServingBackends.Name);
            problems.Add(
                $"{path}.{feature.Key}",
                $"the backend {ServingBackends.Name(backend)} can't have {feature.Words}; these can: {string.Join(", ", able)}; change backend or {feature.Key}");
        }
    }

    private static IEnumerable<BackendFeature> Features(ServingBackend backend) => backend switch
    {
        ServingBackend.Plain => [BackendFeature.InferencePool, .. ByAnything, .. PodByPod, .. AnyServer],
        ServingBackend.KServe => [BackendFeature.Transformer, BackendFeature.Batcher, .. ByAnything, .. PodByPod, .. AnyServer],
        // Replicas of several pods would run under a service account of the controller's own, which no role is for.
        ServingBackend.LlmInferenceService =>
            [BackendFeature.NoReplica, BackendFeature.LoraAdapters, BackendFeature.Volta, BackendFeature.Streamer, BackendFeature.Runtime(ServingRuntime.Vllm), .. ByAnything],
        ServingBackend.Ray =>
        [
            BackendFeature.SeveralNodes, BackendFeature.Scaling(ScalingMetric.Concurrency), BackendFeature.RayApplication, BackendFeature.OnDelete,
            BackendFeature.Runtime(ServingRuntime.Vllm), BackendFeature.Runtime(ServingRuntime.Container),
        ],
        ServingBackend.LeaderWorkerSet =>
            [
                BackendFeature.SeveralNodes, BackendFeature.NoReplica, BackendFeature.LoraAdapters, BackendFeature.Volta, BackendFeature.Streamer, BackendFeature.InferencePool,
                BackendFeature.Runtime(ServingRuntime.Vllm), .. ByAnything, .. PodByPod,
            ],
        _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, null),
    };

    private static IEnumerable<BackendFeature> PodByPod => [BackendFeature.Surge, BackendFeature.Unavailable];

    // Whoever has an object with the subresource "scale". Ray counts requests alone; and asleep, it has no proxy left that could take one.
    private static IEnumerable<BackendFeature> ByAnything =>
        [BackendFeature.ScaleToZero, BackendFeature.QueueScaling, BackendFeature.OfficeHours, BackendFeature.Recommendations, .. ScalingMetrics.All.Select(BackendFeature.Scaling)];

    private static IEnumerable<BackendFeature> AnyServer =>
    [
        // Pods of Ray and LeaderWorkerSet talk to each other at ports that no proxy knows; KServe's controller of language models puts a pod's labels into a selector that can't change.
        BackendFeature.Mesh,
        BackendFeature.NoReplica, BackendFeature.OwnServer, BackendFeature.LoraAdapters, BackendFeature.Volta, BackendFeature.Streamer,
        .. Enum.GetValues<ServingRuntime>().Select(BackendFeature.Runtime),
    ];
}
