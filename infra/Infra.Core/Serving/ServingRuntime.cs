using Infra.Core.Configuration;

namespace Infra.Core.Serving;

/// <summary>The model server that a model runs on.</summary>
public enum ServingRuntime
{
    /// <summary>TensorFlow Serving: SavedModel directories over REST (8501) and gRPC (8500).</summary>
    [WireName(Runtimes.TensorFlowServingName)]
    TensorFlowServing,

    /// <summary>NVIDIA Triton: a repository of models over REST (8000) and gRPC (8001); ONNX, TensorRT, OpenVINO, PyTorch, Python and ensembles of them.</summary>
    [WireName(Runtimes.TritonName)]
    Triton,

    /// <summary>vLLM: language models behind an API like OpenAI's (8000).</summary>
    [WireName(Runtimes.VllmName)]
    Vllm,

    /// <summary>scikit-learn: one file of joblib or pickle behind REST (8080) and gRPC (8081).</summary>
    [WireName(Runtimes.SklearnName)]
    Sklearn,

    /// <summary>XGBoost: one file of a booster behind REST (8080) and gRPC (8081).</summary>
    [WireName(Runtimes.XgboostName)]
    Xgboost,

    /// <summary>LightGBM: one file of a booster behind REST (8080) and gRPC (8081).</summary>
    [WireName(Runtimes.LightGbmName)]
    LightGbm,

    /// <summary>A server of your own, as a container image.</summary>
    [WireName(Runtimes.ContainerName)]
    Container,
}
