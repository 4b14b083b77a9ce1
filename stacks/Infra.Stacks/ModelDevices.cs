using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>How many devices one replica of a model asks for.</summary>
internal static class ModelDevices
{
    /// <summary>What the model says; else one where all of its pools have devices.</summary>
    public static int Of(ModelConfig model, IEnumerable<bool> poolHasDevices) =>
        model.Gpus ?? (poolHasDevices.All(has => has) ? 1 : 0);
}
