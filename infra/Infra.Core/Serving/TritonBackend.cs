using Infra.Core.Configuration;

namespace Infra.Core.Serving;

/// <summary>
/// The backends of Triton that find a model's inputs and outputs themselves, so that a configuration without them is enough
/// (triton-inference-server/server, r26.02, <c>model_configuration.md</c>, "Auto-Generated Model Configuration"). Others, PyTorch among them, need a
/// <c>config.pbtxt</c> that only the model's author can write.
/// </summary>
public enum TritonBackend
{
    /// <summary>ONNX Runtime: <c>model.onnx</c>.</summary>
    [WireName("onnxruntime")]
    OnnxRuntime,

    /// <summary>TensorRT: <c>model.plan</c>.</summary>
    [WireName("tensorrt")]
    TensorRt,

    /// <summary>OpenVINO: <c>model.xml</c>, on CPUs.</summary>
    [WireName("openvino")]
    OpenVino,

    /// <summary>Python: <c>model.py</c> with <c>auto_complete_config</c>.</summary>
    [WireName("python")]
    Python,
}
