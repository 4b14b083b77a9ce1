using Infra.Core.Configuration;
using Infra.Core.Monitoring.Traces;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving;

/// <summary>The runtimes that a model may name.</summary>
public static class Runtimes
{
    /// <summary>TensorFlow Serving, as configuration, component inputs and labels write it.</summary>
    public const string TensorFlowServingName = "tensorflow-serving";

    /// <summary>NVIDIA Triton, as configuration, component inputs and labels write it.</summary>
    public const string TritonName = "triton";

    /// <summary>vLLM, as configuration, component inputs and labels write it.</summary>
    public const string VllmName = "vllm";

    /// <summary>scikit-learn, as configuration, component inputs and labels write it.</summary>
    public const string SklearnName = "sklearn";

    /// <summary>XGBoost, as configuration, component inputs and labels write it.</summary>
    public const string XgboostName = "xgboost";

    /// <summary>LightGBM, as configuration, component inputs and labels write it.</summary>
    public const string LightGbmName = "lightgbm";

    /// <summary>A server of the user's own, as configuration, component inputs and labels write it.</summary>
    public const string ContainerName = "container";

    /// <summary>Every name, in the order of the enumeration.</summary>
    public static IEnumerable<string> Names => WireNames.All<ServingRuntime>();

    /// <summary>The runtime's name.</summary>
    public static string Name(ServingRuntime runtime) => WireNames.Name(runtime);

    /// <summary>The runtime of that name, or null.</summary>
    public static ServingRuntime? Find(string name) => WireNames.TryParse<ServingRuntime>(name, out var runtime) ? runtime : null;

    /// <summary>Whether a runtime answers requests one by one, so that only somebody in front of it could gather them.</summary>
    /// <param name="runtime">Which runtime.</param>
    public static bool HasNoBatching(ServingRuntime runtime) => runtime == ServingRuntime.Container || PredictiveServer.Serves(runtime);

    /// <summary>The runtime's specification for one model on a backend; <see cref="RuntimeRules"/> and <see cref="BackendSupport"/> were asked before.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="backend">What keeps its pods running.</param>
    /// <param name="request">The model.</param>
    public static RuntimeSpec For(ServingRuntime runtime, ServingBackend backend, RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var anywhere = For(runtime, request);
        var spec = RuntimeTraces.On(backend == ServingBackend.Ray ? RayServe.On(runtime, anywhere, request.Model) : anywhere, runtime, backend, request);
        return request.Instance is { } instance ? spec with { Metrics = spec.Metrics?.Of(instance) } : spec;
    }

    /// <summary>The runtime's specification for one model; <see cref="RuntimeRules"/> were asked before.</summary>
    /// <param name="runtime">Which runtime.</param>
    /// <param name="request">The model.</param>
    public static RuntimeSpec For(ServingRuntime runtime, RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return runtime switch
        {
            ServingRuntime.TensorFlowServing => TensorFlowServing.For(request),
            ServingRuntime.Triton => Triton.For(request),
            ServingRuntime.Vllm => Vllm.For(request),
            ServingRuntime.Sklearn or ServingRuntime.Xgboost or ServingRuntime.LightGbm => PredictiveServer.For(runtime, request),
            ServingRuntime.Container => PlainContainer.For(request),
            _ => throw new ArgumentOutOfRangeException(nameof(runtime), runtime, null),
        };
    }
}
