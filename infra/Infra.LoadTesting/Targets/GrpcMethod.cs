namespace Infra.LoadTesting.Targets;

/// <summary>A method of a service.</summary>
/// <param name="Service">The service with its package.</param>
/// <param name="Name">The method.</param>
public sealed record GrpcMethod(string Service, string Name)
{
    /// <summary>TensorFlow Serving (tensorflow/serving: <c>tensorflow_serving/apis/prediction_service.proto</c>).</summary>
    public static GrpcMethod TensorFlowPredict { get; } = new("tensorflow.serving.PredictionService", "Predict");

    /// <summary>The Open Inference Protocol, which Triton and KServe's servers speak (kserve/open-inference-protocol: <c>open_inference_grpc.proto</c>).</summary>
    public static GrpcMethod OpenInference { get; } = new("inference.GRPCInferenceService", "ModelInfer");
}
