using Infra.Components.Serving;
using Infra.Components.Serving.LeaderWorkerSets;

namespace Infra.Examples;

/// <summary>A language model that one node can't hold: eight GPUs share each layer, and two nodes share the layers.</summary>
public static class ModelOnTwoNodes
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var sets = new LeaderWorkerSetOperator("lws", new LeaderWorkerSetOperatorArgs(), cluster.With());
        _ = new InferenceService("deepseek-r1", new InferenceServiceArgs
        {
            Model = "deepseek-r1",
            Namespace = cluster.Namespace,
            Runtime = "vllm",
            Backend = "leaderWorkerSet",
            // A claim with the checkpoint, on storage that nodes share.
            Source = new ModelSourceArgs { Volume = new VolumeSourceArgs { ClaimName = "deepseek", Path = "r1", Kind = "lustre" } },
            ModelSize = "700Gi",
            Pools = [ExistingCluster.Gpus("h100", 8)],
            Accelerators = ["h100"],
            Resources = new ResourcesArgs { Cpu = "96", Memory = "1000Gi", Devices = 8 },
            Llm = new LlmArgs { Precision = "fp8", Context = 32_768, Concurrency = 32, TensorParallel = 8, PipelineParallel = 2 },
        }, cluster.With(sets));
    }
}
