namespace Infra.Core.Serving;

/// <summary>The runtimes that a model may name.</summary>
public static class Runtimes
{
    /// <summary>TensorFlow Serving, as configuration, component inputs and labels write it.</summary>
    public const string TensorFlowServingName = "tensorflow-serving";

    /// <summary>Every name, in the order of the enumeration.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<ServingRuntime>().Select(Name);

    /// <summary>The runtime's name.</summary>
    public static string Name(ServingRuntime runtime) => runtime switch
    {
        ServingRuntime.TensorFlowServing => TensorFlowServingName,
        _ => throw new ArgumentOutOfRangeException(nameof(runtime), runtime, null),
    };

    /// <summary>The runtime of that name, or null.</summary>
    public static ServingRuntime? Find(string name)
    {
        foreach (var runtime in Enum.GetValues<ServingRuntime>())
        {
            if (Name(runtime) == name)
            {
                return runtime;
            }
        }

        return null;
    }

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
