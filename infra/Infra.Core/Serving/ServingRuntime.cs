using Infra.Core.Configuration;

namespace Infra.Core.Serving;

/// <summary>The model server that a model runs on.</summary>
public enum ServingRuntime
{
    /// <summary>TensorFlow Serving: SavedModel directories over REST (8501) and gRPC (8500).</summary>
    [WireName(Runtimes.TensorFlowServingName)]
    TensorFlowServing,
}
