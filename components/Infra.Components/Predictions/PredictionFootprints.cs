using Infra.Core.Footprints;
using Infra.Core.Serving.Predictions;
using Infra.Core.Units;

namespace Infra.Components.Predictions;

/// <summary>Pods of caches and stores of predictions, known before their components exist.</summary>
internal static class PredictionFootprints
{
    /// <summary>Those of a cache.</summary>
    public static PodFootprint Cache(string model, int replicas, ByteSize maxSize) => new()
    {
        Workload = PredictionCacheServer.ServiceOf(model),
        Kind = WorkloadKind.Deployment,
        Replicas = replicas,
        Cpu = PredictionCacheServer.Cpu,
        Memory = PredictionCacheServer.Memory(maxSize),
        Source = "the cache's own Deployment",
    };

    /// <summary>That of a store in the cluster.</summary>
    public static PodFootprint Store(ByteSize memory) => new()
    {
        Workload = PredictionStoreArgs.DefaultName,
        Kind = WorkloadKind.Deployment,
        Cpu = PredictionStoreServer.Cpu,
        Memory = memory,
        Source = "the store's own Deployment",
    };
}
