using Infra.Core.Configuration;

namespace Infra.Core.Batch;

/// <summary>What a conversion makes of a model.</summary>
public enum ConversionKind
{
    /// <summary>A SavedModel becomes one TensorFlow Lite file with 8-bit weights, for small devices and CPUs.</summary>
    [WireName("tflite")]
    TfLite,

    /// <summary>A SavedModel becomes a graph model of TensorFlow.js, a directory for browsers and Node.js. Nobody publishes an image of the converter by version, so pod.image names one of yours.</summary>
    [WireName("tfjs")]
    TfJs,

    /// <summary>A language model in safetensors gets FP8 weights, and activations that are scaled as they come; vLLM reads it on NVIDIA from Ada Lovelace on.</summary>
    [WireName("fp8")]
    Fp8,
}
