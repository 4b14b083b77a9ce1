using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>How many GPUs one pod of a model asks for.</summary>
internal static class ModelDevices
{
    /// <summary>What the model says; else what its tensor-parallel size says; else one where its pools have GPUs. Pools that differ ask for an explicit number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="gpusPerNode">GPUs per node of each of the model's pools.</param>
    public static int Of(ModelConfig model, IEnumerable<int> gpusPerNode) =>
        model.Gpus ?? model.Llm?.TensorParallel ?? (gpusPerNode.All(gpus => gpus > 0) ? 1 : 0);
}
