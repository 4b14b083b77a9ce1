namespace Infra.Core.Serving;

/// <summary>The runtimes that a model may name.</summary>
public static class Runtimes
{
    /// <summary>The runtime's specification for one model.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="model">Model name.</param>
    /// <param name="gpu">Whether the model runs on GPUs.</param>
    public static RuntimeSpec For(ServingRuntime runtime, string model, bool gpu) => runtime switch
    {
        ServingRuntime.TensorFlowServing => TensorFlowServing.For(model, gpu),
        _ => throw new ArgumentOutOfRangeException(nameof(runtime), runtime, null),
    };
}
