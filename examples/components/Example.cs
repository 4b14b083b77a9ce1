namespace Infra.Examples;

/// <summary>The examples by name.</summary>
public static class Example
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, Action<ExistingCluster>> All { get; } = new SortedDictionary<string, Action<ExistingCluster>>(StringComparer.Ordinal)
    {
        ["batch-inference"] = BatchOfImages.Declare,
        ["cluster-network"] = NewNetwork.Declare,
        ["edge-pool"] = EdgeNodes.Declare,
        ["eks-cluster"] = NewCluster.Declare,
        ["gpu-node-pool"] = GpuPool.Declare,
        ["image-puller"] = ImagesAhead.Declare,
        ["inference-service"] = ModelFromBucket.Declare,
        ["karpenter-pool"] = KarpenterNodes.Declare,
        ["kserve"] = ModelOnKServe.Declare,
        ["kserve-llm"] = LanguageModelOnKServe.Declare,
        ["leader-worker-set"] = ModelOnTwoNodes.Declare,
        ["model-cache"] = ModelOnLocalDisks.Declare,
        ["model-registry"] = Registry.Declare,
        ["model-registry-in-cluster"] = RegistryInCluster.Declare,
        ["model-volume"] = ModelOnVolume.Declare,
        ["queue"] = QueuedWork.Declare,
        ["ray"] = ModelOnRay.Declare,
        ["ray-over-nodes"] = RayOverNodes.Declare,
        ["training-job"] = NightlyTraining.Declare,
    };

    /// <summary>The example of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Action<ExistingCluster> Named(string name) =>
        All.TryGetValue(name, out var example) ? example : throw new ArgumentException($"'{name}' is no example; there are: {string.Join(", ", All.Keys)}");
}
