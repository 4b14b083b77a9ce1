using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Serving.KServe;

/// <summary>Inputs of <see cref="KServeInferenceService"/>.</summary>
public sealed class KServeInferenceServiceArgs() : CustomResourceArgs("serving.kserve.io/v1beta1", "InferenceService")
{
    /// <summary>The model.</summary>
    [Input("spec", required: true)]
    public required Input<KServeInferenceServiceSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="KServeInferenceService"/>.</summary>
public sealed class KServeInferenceServiceSpecArgs : ResourceArgs
{
    /// <summary>The model server's pods.</summary>
    [Input("predictor", required: true)]
    public required Input<KServeComponentArgs> Predictor { get; init; }

    /// <summary>Pods between callers and the predictor. Default: none.</summary>
    [Input("transformer")]
    public Input<KServeComponentArgs>? Transformer { get; init; }
}
